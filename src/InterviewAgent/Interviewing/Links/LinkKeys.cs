using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace InterviewAgent.Interviewing.Links;

/// <summary>
/// The keys that sign links, by key id. A key is rotated by adding one and naming it as the signing key; taking the old one
/// away ends every link it signed. For another purpose a key of its own is derived (HKDF, RFC 5869), never the same bytes.
/// </summary>
public sealed class LinkKeys
{
    private const int KeyBytes = 32;
    private readonly SortedDictionary<string, byte[]> keys;

    public LinkKeys(IReadOnlyDictionary<string, string> configured, string signingKey, string keyFile)
    {
        ArgumentNullException.ThrowIfNull(configured);
        keys = new(StringComparer.Ordinal);
        foreach (var (id, key) in configured.Count > 0 ? configured : FromFile(keyFile))
        {
            keys[Checked(id)] = Bytes(id, key);
        }

        Signing = string.IsNullOrEmpty(signingKey) ? keys.Keys.Last() : signingKey;
        if (!keys.ContainsKey(Signing))
        {
            throw new BadInputException("Setting Links:SigningKey", $"'{Signing}' is not among Links:Keys", "Name one of the key ids.");
        }
    }

    /// <summary>Id of the key that signs now.</summary>
    public string Signing { get; }

    public IEnumerable<string> Ids => keys.Keys;

    /// <summary>HMAC-SHA256 (32 bytes) under a key derived for <paramref name="purpose"/>; null when there is no such key.</summary>
    public byte[]? Sign(string keyId, string purpose, ReadOnlySpan<byte> data) =>
        For(keyId, purpose) is { } key ? HMACSHA256.HashData(key, data) : null;

    /// <summary>A key of 32 bytes for one purpose; null when there is no such key id.</summary>
    public byte[]? For(string keyId, string purpose)
    {
        ArgumentNullException.ThrowIfNull(keyId);
        return keys.TryGetValue(keyId, out var key)
            ? HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: Encoding.UTF8.GetBytes(purpose))
            : null;
    }

    private static string Checked(string id) => id.Length is > 0 and <= 16 && id.All(char.IsAsciiLetterOrDigit)
        ? id
        : throw new BadInputException("Setting Links:Keys", $"'{id}' is not a key id", "Use 1 to 16 letters and digits.");

    private static byte[] Bytes(string id, string key)
    {
        var bytes = new byte[key.Length];
        return Convert.TryFromBase64String(key, bytes, out var length) && length >= KeyBytes
            ? bytes[..length]
            : throw new BadInputException(
                $"Setting Links:Keys:{id}", "the key is not base64 of at least 32 bytes", "Make one with: openssl rand -base64 32");
    }

    /// <summary>
    /// Of two processes that start at once one makes the key and the other reads it: a move without overwriting would not do, it
    /// looks first and replaces then. Written aside and moved, so that a process killed here leaves no half of a file.
    /// </summary>
    private static void Make(string path)
    {
        using var alone = OpenAlone(path + ".making");
        if (File.Exists(path))
        {
            return;
        }

        var aside = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(aside, options))
        {
            JsonSerializer.Serialize(file, new Dictionary<string, string>
            {
                ["dev1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)),
            });
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path);
    }

    /// <summary>The operating system frees this lock when its holder dies.</summary>
    private static FileStream OpenAlone(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 200 && File.Exists(path))
            {
                Thread.Sleep(25);
            }
        }
    }

    private static Dictionary<string, string> FromFile(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Make(path);
        }

        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path)) is { Count: > 0 } keys
                ? keys
                : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new BadInputException(path, "this is not a file of link keys", "Restore it; deleting it ends every link sent so far.");
        }
    }
}
