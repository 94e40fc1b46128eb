using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy.Staff.ApiKeys;

/// <summary>Makes, knows and revokes API keys. A key is written "ia_ID.SECRET" and shown once.</summary>
public sealed class ApiKeyDoor(InterviewAgentDb db, TimeProvider clock)
{
    private const string Prefix = "ia_";
    private const int SecretBytes = 32;

    /// <returns>The key as its holder writes it; it cannot be had again.</returns>
    /// <exception cref="ArgumentException">A scope that there is not, or a name that is blank or too long.</exception>
    public async Task<string> Create(string name, IReadOnlyCollection<string> scopes, string? owner, string by, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        if (string.IsNullOrWhiteSpace(name) || name.Length > StaffMember.LongestName || scopes.Count == 0 || scopes.Except(ApiScopes.All).Any())
        {
            throw new ArgumentException($"A key has a name of 1 to {StaffMember.LongestName} characters and scopes among {string.Join(", ", ApiScopes.All)}.");
        }
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var key = new ApiKey
        {
            Name = name.Trim(), SecretHash = Hash(secret), Scopes = string.Join(' ', scopes.Distinct().Order(StringComparer.Ordinal)), Owner = owner, CreatedAt = clock.GetUtcNow(),
        };
        db.ApiKeys.Add(key);
        db.Audit.Add(new AuditEntry { At = key.CreatedAt, Who = by, Did = "made an API key", Subject = key.Id });
        await db.SaveChangesAsync(cancellation);
        return $"{Prefix}{key.Id:N}.{secret}";
    }

    /// <summary>Null: no such key, another secret, or revoked, which nobody is told apart.</summary>
    public async Task<ApiKey?> Find(string? written, CancellationToken cancellation = default)
    {
        if (written is null || !written.StartsWith(Prefix, StringComparison.Ordinal) || written.Split('.') is not [var id, var secret]
            || !Guid.TryParseExact(id[Prefix.Length..], "N", out var keyId))
        {
            return null;
        }
        var key = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(row => row.Id == keyId && row.RevokedAt == null, cancellation);
        return key is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(key.SecretHash), Encoding.ASCII.GetBytes(Hash(secret))) ? key : null;
    }

    public async Task<IReadOnlyList<ApiKey>> List(CancellationToken cancellation = default) =>
        await db.ApiKeys.AsNoTracking().OrderBy(key => key.CreatedAt).ToListAsync(cancellation);

    /// <summary>False: no such key, or revoked before.</summary>
    public async Task<bool> Revoke(Guid id, string by, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        if (await db.ApiKeys.Where(key => key.Id == id && key.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(key => key.RevokedAt, now), cancellation) == 0)
        {
            return false;
        }
        db.Audit.Add(new AuditEntry { At = now, Who = by, Did = "revoked an API key", Subject = id });
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
