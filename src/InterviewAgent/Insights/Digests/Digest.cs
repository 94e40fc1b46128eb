namespace InterviewAgent.Insights.Digests;

/// <summary>
/// What one reader is told of one week, kept as it was written. There is one for each audience and week, whoever asks for it first.
/// It holds counts, names of accounts and places; no words of respondents and no names of them.
/// </summary>
public sealed class Digest
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Monday of its week.</summary>
    public DateOnly Week { get; init; }

    /// <summary>The day from which on its changes count: that of the digest before it, or a week before.</summary>
    public DateOnly Since { get; init; }

    /// <summary>As <see cref="DigestAudience"/> writes it.</summary>
    public required string For { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>JSON of <see cref="DigestNumbers"/>: what the next one is compared with.</summary>
    public required string Numbers { get; init; }
    public List<DigestClaim> Claims { get; } = [];

    public IEnumerable<DigestClaim> In(DigestSection section) => Claims.Where(claim => claim.Section == section).OrderBy(claim => claim.N);
}

/// <summary>In the order of the page.</summary>
public enum DigestSection { Coverage, Changed, Flags, Themes, Done }

/// <summary>For whom a digest is: a leader's is about all accounts, a manager's about their own.</summary>
public static class DigestAudience
{
    private const string Everybody = "all", OfOwner = "of ";

    /// <param name="owner">Null: all accounts.</param>
    public static string Key(string? owner) => owner is null ? Everybody : OfOwner + owner;

    public static string? Owner(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key == Everybody ? null : key[OfOwner.Length..];
    }
}
