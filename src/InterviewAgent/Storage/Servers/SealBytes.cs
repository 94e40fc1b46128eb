using System.Security.Cryptography;
using System.Text;

namespace InterviewAgent.Storage.Servers;

/// <summary>AES-256-GCM as nonce, tag and cipher in a row, bound to a name: put under another one it does not open.</summary>
internal static class SealBytes
{
    private const int NonceBytes = 12, TagBytes = 16;

    /// <param name="key">32 bytes.</param>
    public static byte[] Close(byte[] key, string name, ReadOnlySpan<byte> plain)
    {
        var closed = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = closed.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using AesGcm cipher = new(key, TagBytes);
        cipher.Encrypt(nonce, plain, closed.AsSpan(NonceBytes + TagBytes), closed.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(name));
        return closed;
    }

    /// <returns>Null: another key's or another name's, or not whole.</returns>
    public static byte[]? Open(byte[] key, string name, ReadOnlySpan<byte> closed)
    {
        if (closed.Length < NonceBytes + TagBytes)
        {
            return null;
        }

        var plain = new byte[closed.Length - NonceBytes - TagBytes];
        try
        {
            using AesGcm cipher = new(key, TagBytes);
            cipher.Decrypt(closed[..NonceBytes], closed[(NonceBytes + TagBytes)..], closed[NonceBytes..(NonceBytes + TagBytes)], plain, Encoding.UTF8.GetBytes(name));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
