namespace InterviewAgent.Insights.Digests;

/// <summary>One sentence of a digest: how many people and accounts it counts, what it rests on, and where that is opened.</summary>
public sealed class DigestClaim
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid DigestId { get; init; }

    /// <summary>Its place within the digest, from 1.</summary>
    public int N { get; init; }
    public DigestSection Section { get; init; }

    /// <summary>What it is about, as a link to <see cref="Place"/>: an account, a theme. Null: the sentence is the link.</summary>
    public string? Label { get; init; }

    /// <summary>Empty once it is taken back (<see cref="GoneAt"/>).</summary>
    public required string Text { get; set; }

    /// <summary>A second, smaller line; null: none.</summary>
    public string? Detail { get; set; }

    /// <summary>Page of the dashboard that shows what is counted: "/accounts?voice=heard".</summary>
    public string? Place { get; init; }

    /// <summary>The newest verified words behind it: "/interviews/0198…#turn-4". Null where it rests on facts alone.</summary>
    public string? Turn { get; set; }
    public int People { get; init; }
    public int Accounts { get; init; }
    public Guid? AccountId { get; init; }
    public Guid? FlagId { get; init; }

    /// <summary>Ids of what it rests on: findings, or flags; the newest of very many.</summary>
    public List<Guid> Rests { get; init; } = [];
    public List<DigestSource> Sources { get; } = [];

    /// <summary>When what it rested on was erased.</summary>
    public DateTimeOffset? GoneAt { get; set; }
}

/// <summary>An interview on whose words a claim rests: when it is erased, so is the claim.</summary>
public sealed class DigestSource
{
    public Guid ClaimId { get; init; }
    public Guid InterviewId { get; init; }
}
