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
    private const int LeastBytes = 32;
    private readonly byte[][] secrets;

    /// <exception cref="BadInputException">Not base64, or too short.</exception>
    public KeySeal(string? secret) => secrets = [.. (secret ?? "")
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Derived)];

    public static KeySeal FromEnvironment() => new(Environment.GetEnvironmentVariable(Variable));

    /// <summary>False: keys lie in the store as they are.</summary>
    public bool IsOn => secrets.Length > 0;

    public string Close(string name, string value) =>
        IsOn ? Sealed + Convert.ToBase64String(SealBytes.Close(secrets[0], name, Encoding.UTF8.GetBytes(value))) : value;

    /// <exception cref="BadInputException">Sealed with a secret that is not here.</exception>
    public string Open(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!value.StartsWith(Sealed, StringComparison.Ordinal))
        {
            return value;
        }

        var bytes = Convert.FromBase64String(value[Sealed.Length..]);
        var plain = secrets.Select(secret => SealBytes.Open(secret, name, bytes)).FirstOrDefault(opened => opened is not null);
        return plain is not null ? Encoding.UTF8.GetString(plain) : throw new BadInputException($"The variable {Variable}", "the keys in the store were sealed with another secret",
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
