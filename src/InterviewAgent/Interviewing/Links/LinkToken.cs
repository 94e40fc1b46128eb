using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace InterviewAgent.Interviewing.Links;

/// <summary>
/// The token of a personal link: <c>{key id}.{link id}.{signature}</c>, both parts base64url, about 70 characters. It says
/// nothing by itself: whom it is for, until when and whether it was revoked stand in the <see cref="Link"/> row.
/// </summary>
public sealed class LinkToken(LinkKeys keys)
{
    /// <summary>Opens the interview.</summary>
    public const string Open = "link";

    /// <summary>Says "not now", "not me" or "never" and opens nothing: mail servers and their logs see this one.</summary>
    public const string Choose = "choice";
    private const int LongestToken = 128;

    public string For(Guid linkId, string purpose = Open) =>
        $"{keys.Signing}.{Encode(linkId)}.{Signature(keys.Signing, Encode(linkId), purpose)}";

    /// <summary>The link's id when the signature is ours; null for everything else, in a time that tells nothing of the signature.</summary>
    public Guid? Read(string? token, string purpose = Open)
    {
        if (token is null || token.Length > LongestToken || token.Split('.') is not [var keyId, var id, var signature])
        {
            return null;
        }

        return Signature(keyId, id, purpose) is { } expected
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature))
                ? Decode(id)
                : null;
    }

    private string? Signature(string keyId, string id, string purpose) =>
        keys.Sign(keyId, purpose, Encoding.UTF8.GetBytes($"{keyId}.{id}")) is { } mac ? Base64Url.EncodeToString(mac) : null;

    private static string Encode(Guid id) => Base64Url.EncodeToString(id.ToByteArray(bigEndian: true));

    private static Guid? Decode(string id)
    {
        Span<byte> bytes = stackalloc byte[16];
        return id.Length == 22 && Base64Url.TryDecodeFromChars(id, bytes, out var length) && length == 16
            ? new Guid(bytes, bigEndian: true)
            : null;
    }
}
