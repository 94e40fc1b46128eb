using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace InterviewAgent.Web.Channels.Connector;

/// <summary>
/// JSON whose strings can all be read. Half an emoji (a lone surrogate, escaped) and bytes that are no UTF-8 become the replacement
/// character: an answer cut in the wrong place is still an answer.
/// </summary>
internal static class CleanText
{
    private const int EscapeLength = 6; // \uXXXX

    /// <summary>May change <paramref name="json"/> in place.</summary>
    public static ReadOnlySpan<byte> Of(byte[] json)
    {
        var text = Utf8.IsValid(json) ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        MendSurrogates(text);
        return text.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? text.AsSpan(Encoding.UTF8.Preamble.Length) : text;
    }

    private static void MendSurrogates(byte[] json)
    {
        for (var at = 0; (at = Next(json, at)) >= 0;)
        {
            switch (Escaped(json, at))
            {
                case >= 0xD800 and <= 0xDBFF when Escaped(json, at + EscapeLength) is >= 0xDC00 and <= 0xDFFF:
                    at += 2 * EscapeLength;
                    break;
                case >= 0xD800 and <= 0xDFFF:
                    "\\uFFFD"u8.CopyTo(json.AsSpan(at));
                    at += EscapeLength;
                    break;
                default:
                    at += 2; // Any other escape, an escaped backslash among them.
                    break;
            }
        }
    }

    private static int Next(byte[] json, int from) =>
        from < json.Length && json.AsSpan(from).IndexOf((byte)'\\') is >= 0 and var skip ? from + skip : -1;

    /// <summary>The UTF-16 unit of a \uXXXX at this place; -1: there is none.</summary>
    private static int Escaped(byte[] json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && Utf8Parser.TryParse(json.AsSpan(at + 2, 4), out int unit, out var read, 'x') && read == 4 ? unit : -1;
}
