using System.Security.Cryptography;
using System.Text.Json;
using InterviewAgent.Storage;
using InterviewAgent.Storage.Servers;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Interviewing.Links;

/// <summary>
/// The link keys of a shared store, by key id. The first server to ask puts them there: those of its key file where there is one, so that links sent
/// before the store was moved still open; else a new one.
/// </summary>
internal static class StoredLinkKeys
{
    private const string Prefix = "link/";
    private const int KeyBytes = 32;

    public static IReadOnlyDictionary<string, string> Read(InterviewAgentDb db, KeySeal seal, string keyFile, DateTimeOffset now)
    {
        if (Stored(db, seal) is { Count: > 0 } there)
        {
            return there;
        }

        using var alone = db.BeginAlone("link keys").GetAwaiter().GetResult(); // Resolved where nothing can be awaited, once a process.
        if (Stored(db, seal) is { Count: > 0 } since)
        {
            return since;
        }

        var keys = File.Exists(keyFile)
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(keyFile)) ?? []
            : new() { ["store1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)) };
        db.StoredKeys.AddRange(keys.Select(key => new StoredKey { Name = Prefix + key.Key, Value = seal.Close(Prefix + key.Key, key.Value), At = now }));
        db.SaveChanges();
        alone.Commit();
        return keys;
    }

    private static Dictionary<string, string> Stored(InterviewAgentDb db, KeySeal seal) => db.StoredKeys.AsNoTracking()
        .Where(key => key.Name.StartsWith(Prefix)).ToList()
        .ToDictionary(key => key.Name[Prefix.Length..], key => seal.Open(key.Name, key.Value));
}
