using System.Security.Cryptography;
using System.Text;

namespace InterviewAgent.Accounts.Import;

/// <summary>
/// Ids of imported people and interviews follow from the customer's own: once a person is erased nothing but a tombstone with
/// their id is left, and importing the same file again must find it.
/// </summary>
internal static class ImportedId
{
    public static Guid Of(params ReadOnlySpan<string> parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts!)));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80); // version 8: made by the application (RFC 9562)
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
