using System.Buffers.Text;

namespace InterviewAgent.Web.Api;

/// <summary>One page of a list.</summary>
/// <param name="Next">Given back as <c>?after=</c> it gets the next page; null: this was the last.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

internal static class Cursor
{
    public const int Usual = 100, Most = 500;

    /// <summary>Null: the beginning. False: not one of ours.</summary>
    public static bool TryRead(string? after, out Guid? from)
    {
        from = null;
        Span<byte> bytes = stackalloc byte[16];
        if (string.IsNullOrEmpty(after))
        {
            return true;
        }
        if (after.Length != 22 || !Base64Url.IsValid(after) || !Base64Url.TryDecodeFromChars(after, bytes, out _))
        {
            return false;
        }
        from = new Guid(bytes, bigEndian: true);
        return true;
    }

    public static string Write(Guid last) => Base64Url.EncodeToString(last.ToByteArray(bigEndian: true));

    /// <summary>One more than asked for was read, so that it is known whether there is a next page.</summary>
    public static Page<TItem> Of<TRow, TItem>(IReadOnlyList<TRow> rows, int limit, Func<TRow, Guid> id, Func<TRow, TItem> item) =>
        new([.. rows.Take(limit).Select(item)], rows.Count > limit ? Write(id(rows[limit - 1])) : null);
}
