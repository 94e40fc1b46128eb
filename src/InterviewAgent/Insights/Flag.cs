namespace InterviewAgent.Insights;

/// <summary>A call to a CS manager to look at an account, with the reason and what became of it.</summary>
public sealed class Flag
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AccountId { get; init; }
    public FlagKind Kind { get; init; }
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>One sentence, without quotes of respondents.</summary>
    public required string Why { get; set; }

    /// <summary>Kinds of evidence, kept apart and never added up (JSON of the evidence list; findings by id, no words).</summary>
    public required string Evidence { get; set; }
    public string? Owner { get; set; }
    public DateOnly? Due { get; set; }
    public FlagOutcome? Outcome { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
}

public enum FlagKind { SilentSufferer, AtRisk }

public enum FlagOutcome { Acted, NotUseful, AlreadyKnown }
