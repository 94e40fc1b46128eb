namespace InterviewAgent.Insights.Digests;

/// <summary>All that a digest is written from: counts, ids and places, no words of respondents.</summary>
public sealed record DigestFacts
{
    public required DateOnly Week { get; init; }

    /// <summary>From which day on changes count.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Null: all accounts.</summary>
    public string? Owner { get; init; }
    public required DigestNumbers Now { get; init; }
    public required DigestNumbers Before { get; init; }

    /// <summary>The flags that are told, at most <see cref="WriteDigest.MostFlags"/>, in order.</summary>
    public IReadOnlyList<DigestFlag> Flags { get; init; } = [];

    /// <summary>Open flags beside them: those that this week's budget has room for too, and those that wait.</summary>
    public IReadOnlyList<OtherFlag> Others { get; init; } = [];

    /// <summary>How many flags this week's budget has room for.</summary>
    public int InBudget { get; init; }

    /// <summary>What became of the flags of the digest before.</summary>
    public IReadOnlyList<FlagFate> LastFlags { get; init; } = [];

    /// <summary>Of the themes that changed: their names, and on what they rest now or rested before.</summary>
    public IReadOnlyDictionary<string, ThemeFact> Themes { get; init; } = new Dictionary<string, ThemeFact>();
}

/// <param name="Day">Days since the signature.</param>
public sealed record DigestFlag(
    Guid Id, Guid AccountId, string Account, FlagKind Kind, string Why, string? Owner, int Day, bool IsNew, int People, IReadOnlyList<Evidence> Evidence, IReadOnlyList<FoundAt> Found);

/// <summary>A flag that is counted and not told.</summary>
public sealed record OtherFlag(Guid Id, Guid AccountId, bool IsNew, int People);

/// <param name="Outcome">Null: open, or taken back because the evidence no longer held (<paramref name="IsOpen"/> false).</param>
public sealed record FlagFate(Guid Id, Guid AccountId, FlagOutcome? Outcome, bool IsOpen, int People);

public sealed record ThemeFact(string Name, IReadOnlyList<FoundAt> Found);

/// <summary>A verified finding that its speaker did not keep to totals, and the turn of its words.</summary>
public sealed record FoundAt(Guid FindingId, Guid InterviewId, Guid RespondentId, int TurnN)
{
    public string Turn => FormattableString.Invariant($"/interviews/{InterviewId}#turn-{TurnN}");
}
