using System.Security.Cryptography;
using System.Text;

namespace InterviewAgent.Storage.Servers;

/// <summary>
/// Encrypts the keys that lie in the store (AES-256-GCM, its key derived by HKDF from the secret, the row's name authenticated with it), so that a copy
/// of the database signs and opens nothing. Without a secret they lie there as they are.
/// </summary>
public sealed class KeySeal
{
    /// <summary>Base64 of at least 32 bytes; several with a comma between, of which the first seals and each opens.</summary>
    public const string Variable = "INTERVIEW_AGENT_KEY";

    private const string Sealed = "sealed:";
    private const int LeastBytes = 32, NonceBytes = 12, TagBytes = 16;
    private readonly byte[][] secrets;

    /// <exception cref="BadInputException">Not base64, or too short.</exception>
    public KeySeal(string? secret) => secrets = [.. (secret ?? "")
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Derived)];

    public static KeySeal FromEnvironment() => new(Environment.GetEnvironmentVariable(Variable));

    /// <summary>False: keys lie in the store as they are.</summary>
    public bool IsOn => secrets.Length > 0;

    public string Close(string name, string value)
    {
        if (!IsOn)
        {
            return value;
        }

        var plain = Encoding.UTF8.GetBytes(value);
        var bytes = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = bytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using AesGcm cipher = new(secrets[0], TagBytes);
        cipher.Encrypt(nonce, plain, bytes.AsSpan(NonceBytes + TagBytes), bytes.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(name));
        return Sealed + Convert.ToBase64String(bytes);
    }

    /// <exception cref="BadInputException">Sealed with a secret that is not here.</exception>
    public string Open(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!value.StartsWith(Sealed, StringComparison.Ordinal))
        {
            return value;
        }

        var bytes = Convert.FromBase64String(value[Sealed.Length..]);
        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        foreach (var secret in secrets)
        {
            try
            {
                using AesGcm cipher = new(secret, TagBytes);
                cipher.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes + TagBytes), bytes.AsSpan(NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(name));
                return Encoding.UTF8.GetString(plain);
            }
            catch (AuthenticationTagMismatchException)
            {
                // Another one's.
            }
        }

        throw new BadInputException($"The variable {Variable}", "the keys in the store were sealed with another secret",
            "Set the secret that every other server has; after a change both, the new one first: NEW,OLD.");
    }

    private static byte[] Derived(string secret)
    {
        var bytes = new byte[secret.Length];
        return Convert.TryFromBase64String(secret, bytes, out var length) && length >= LeastBytes
            ? HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes[..length], LeastBytes, info: "keys in the store"u8.ToArray())
            : throw new BadInputException($"The variable {Variable}", "it is not base64 of at least 32 bytes", "Make one with: openssl rand -base64 32");
    }
}
