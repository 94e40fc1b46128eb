using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using InterviewAgent.Interviewing.Links;

namespace InterviewAgent.Webhooks;

/// <summary>
/// Keeps a secret that has to sign, which a hash cannot: AES-256-GCM under a key derived from the link keys (HKDF, purpose of its own), so that
/// the store alone does not give it away. Written "KEYID.base64url(nonce, tag, cipher)".
/// </summary>
public sealed class SecretSeal(LinkKeys keys)
{
    private const string Purpose = "webhook-secret";
    private const int NonceBytes = 12, TagBytes = 16;

    public string Close(byte[] secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var sealedBytes = new byte[NonceBytes + TagBytes + secret.Length];
        var (nonce, tag, cipher) = Parts(sealedBytes);
        RandomNumberGenerator.Fill(nonce.Span);
        using AesGcm aes = new(keys.For(keys.Signing, Purpose)!, TagBytes);
        aes.Encrypt(nonce.Span, secret, cipher.Span, tag.Span, Encoding.UTF8.GetBytes(keys.Signing));
        return $"{keys.Signing}.{Base64Url.EncodeToString(sealedBytes)}";
    }

    /// <summary>Null: its key was taken away, or the store is another's.</summary>
    public byte[]? Open(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        if (written.Split('.') is not [var keyId, var rest] || keys.For(keyId, Purpose) is not { } key || !Base64Url.IsValid(rest))
        {
            return null;
        }
        var sealedBytes = Base64Url.DecodeFromChars(rest);
        if (sealedBytes.Length < NonceBytes + TagBytes)
        {
            return null;
        }
        var (nonce, tag, cipher) = Parts(sealedBytes);
        var secret = new byte[cipher.Length];
        try
        {
            using AesGcm aes = new(key, TagBytes);
            aes.Decrypt(nonce.Span, cipher.Span, tag.Span, secret, Encoding.UTF8.GetBytes(keyId));
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>False: sealed under a key that signs no more and may be taken away.</summary>
    public bool IsCurrent(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return written.StartsWith(keys.Signing + ".", StringComparison.Ordinal);
    }

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Cipher) Parts(byte[] all) =>
        (all.AsMemory(0, NonceBytes), all.AsMemory(NonceBytes, TagBytes), all.AsMemory(NonceBytes + TagBytes));
}
