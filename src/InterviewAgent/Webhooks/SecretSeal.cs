using System.Buffers.Text;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Storage.Servers;

namespace InterviewAgent.Webhooks;

/// <summary>
/// Keeps a secret that has to sign, which a hash cannot: AES-256-GCM under a key derived from the link keys (HKDF, purpose of its own), so that
/// the store alone does not give it away. Written "KEYID.base64url(nonce, tag, cipher)".
/// </summary>
public sealed class SecretSeal(LinkKeys keys)
{
    private const string Purpose = "webhook-secret";

    public string Close(byte[] secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return $"{keys.Signing}.{Base64Url.EncodeToString(SealBytes.Close(keys.For(keys.Signing, Purpose)!, keys.Signing, secret))}";
    }

    /// <summary>Null: its key was taken away, or the store is another's.</summary>
    public byte[]? Open(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return written.Split('.') is [var keyId, var rest] && keys.For(keyId, Purpose) is { } key && Base64Url.IsValid(rest)
            ? SealBytes.Open(key, keyId, Base64Url.DecodeFromChars(rest))
            : null;
    }

    /// <summary>False: sealed under a key that signs no more and may be taken away.</summary>
    public bool IsCurrent(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return written.StartsWith(keys.Signing + ".", StringComparison.Ordinal);
    }
}
