using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InterviewAgent.Webhooks;

/// <summary>
/// The headers of the Standard Webhooks specification (standardwebhooks.com): webhook-id, webhook-timestamp in seconds, and webhook-signature,
/// "v1," and the base64 of HMAC-SHA256 over "id.timestamp.body"; during a rotation one for each secret, separated by a space.
/// </summary>
public static class SignWebhook
{
    /// <summary>How a secret is written: the prefix, then base64 of 32 random bytes.</summary>
    public const string Prefix = "whsec_";
    public const int SecretBytes = 32;

    public static string Write(byte[] secret) => Prefix + Convert.ToBase64String(secret);

    public static string Id(Guid eventId) => $"evt_{eventId:N}";

    public static string Timestamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static string Signature(string id, string timestamp, string body, IEnumerable<byte[]> secrets)
    {
        var signed = Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}");
        return string.Join(' ', secrets.Select(secret => "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret, signed))));
    }
}
