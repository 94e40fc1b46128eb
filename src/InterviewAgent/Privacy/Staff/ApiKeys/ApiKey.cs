namespace InterviewAgent.Privacy.Staff.ApiKeys;

/// <summary>What lets a program in at /api. Only a hash of its secret is stored.</summary>
public sealed class ApiKey
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What it is for; audited as "api: NAME".</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret, hex. The secret has 256 random bits, so a fast hash is enough.</summary>
    public required string SecretHash { get; init; }

    /// <summary>Names of <see cref="ApiScopes"/>, separated by a space.</summary>
    public required string Scopes { get; init; }

    /// <summary>Accounts of this owner only; null: all.</summary>
    public string? Owner { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>What a key may do, each by itself.</summary>
public static class ApiScopes
{
    public const string AccountsWrite = "accounts:write";
    public const string AccountsRead = "accounts:read";
    public const string FindingsRead = "findings:read";
    public const string FlagsRead = "flags:read";
    public const string FlagsWrite = "flags:write";
    public const string DigestsRead = "digests:read";
    public const string WebhooksWrite = "webhooks:write";

    public static readonly IReadOnlyList<string> All = [AccountsWrite, AccountsRead, FindingsRead, FlagsRead, FlagsWrite, DigestsRead, WebhooksWrite];
}
