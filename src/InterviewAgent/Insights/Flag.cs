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

    /// <summary>Of the evidence: kinds with quotes, and the most people that any one kind counts. By these flags are put in order.</summary>
    public int QuotedKinds { get; set; }
    public int People { get; set; }

    /// <summary>
    /// People behind any of it. Kinds may be about the same people, so they are never added up: whoever spoke in the interviews behind it, and at least
    /// <see cref="People"/>.
    /// </summary>
    public int Speakers { get; set; }
    public string? Owner { get; set; }
    public DateOnly? Due { get; set; }
    public FlagOutcome? Outcome { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Keeps the evidence and the numbers that go with it.</summary>
    public void RestOn(IReadOnlyList<Evidence> evidence, AccountVoice voice)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(voice);
        var behind = evidence.SelectMany(kind => kind.Interviews).ToHashSet();
        Evidence = EvidenceJson.Write(evidence);
        QuotedKinds = evidence.Count(kind => kind.IsQuoted);
        People = evidence.Select(kind => kind.People).DefaultIfEmpty().Max();
        Speakers = Math.Max(People, voice.Interviews.Where(interview => behind.Contains(interview.Id)).Select(interview => interview.Person).Distinct().Count());
    }
}

public enum FlagKind { SilentSufferer, AtRisk }

public enum FlagOutcome { Acted, NotUseful, AlreadyKnown }
