using InterviewAgent.Accounts;
using InterviewAgent.Analysis;

namespace InterviewAgent.Insights;

/// <summary>Everything the reading of one account rests on: facts and codes, no words. Order of the lists does not matter.</summary>
/// <param name="Health">The customer's own dashboard, dated.</param>
/// <param name="Usage">Weekly usage from the signature on; may have gaps.</param>
/// <param name="Interviews">Ended interviews with what was found in them. Findings that rest on words kept to totals are left out before.</param>
/// <param name="CheckIns">How far each invitation got; empty where the account brings none.</param>
public sealed record AccountVoice(
    string Id, DateOnly ContractSignedOn, IReadOnlyList<HeardHealth> Health, IReadOnlyList<HeardWeek> Usage,
    IReadOnlyList<HeardInterview> Interviews, IReadOnlyList<HeardCheckIn> CheckIns);

public readonly record struct HeardHealth(DateOnly On, HealthStatus Status);

/// <summary>Week 1 begins on the day of the signature.</summary>
public readonly record struct HeardWeek(int Week, int ActiveUsers, int Logins, int KeyActions);

/// <summary>One interview as the reading sees it.</summary>
/// <param name="Person">Who spoke: the same id at every check-in of that person.</param>
/// <param name="Completed">False: broken off; counts as heard, not as a completed interview.</param>
/// <param name="Sentiment">-2 to 2 for the whole interview.</param>
public sealed record HeardInterview(
    string Id, string Person, Role Role, Checkpoint Checkpoint, DateOnly HeldOn, bool Completed,
    IReadOnlyList<HeardFinding> Findings, int Sentiment, IReadOnlyList<HeardSentiment> TurnSentiment,
    IReadOnlyList<HeardReading> Readings)
{
    /// <summary>From what a coder returned: a finding's id is the interview's id and the finding's number in the list.</summary>
    public static HeardInterview From(
        string id, string person, Role role, Checkpoint checkpoint, DateOnly heldOn, bool completed, CodedInterview coded)
    {
        ArgumentNullException.ThrowIfNull(coded);
        return new HeardInterview(
            id, person, role, checkpoint, heldOn, completed,
            [.. coded.Findings.Select((finding, i) => new HeardFinding(
                $"{id}#{i}", finding.Kind, finding.Code, finding.Severity, finding.Status,
                [.. finding.Quotes.Select(quote => quote.TurnN)]))],
            coded.Sentiment,
            [.. coded.TurnSentiment.Select(sentiment => new HeardSentiment(sentiment.TurnN, sentiment.Value))],
            [.. coded.Readings.Select(reading => new HeardReading(reading.Dimension, reading.Value, reading.Quote?.TurnN))]);
    }
}

/// <param name="Turns">Numbers of the turns its quotes stand in; empty: no verified quote.</param>
public sealed record HeardFinding(
    string Id, FindingKind Kind, string Code, int? Severity, CommitmentStatus? Status, IReadOnlyList<int> Turns)
{
    public bool IsQuoted => Turns.Count > 0;
}

public readonly record struct HeardSentiment(int TurnN, int Value);

/// <param name="Value">As in <see cref="Reading.Value"/>.</param>
/// <param name="TurnN">Turn of the words it rests on; null: a mean over turns.</param>
public sealed record HeardReading(ReadingDimension Dimension, double Value, int? TurnN);

/// <summary>One invitation. Declining is a right and never evidence, so a declined one says nothing.</summary>
public sealed record HeardCheckIn(
    string Person, Role Role, DateOnly Due, bool Invited, bool Opened, bool Completed, bool Declined)
{
    /// <summary>Steps between; false also where an imported funnel does not tell.</summary>
    public bool Consented { get; init; }
    public bool Answered { get; init; }
    public bool BrokeOff { get; init; }
}
