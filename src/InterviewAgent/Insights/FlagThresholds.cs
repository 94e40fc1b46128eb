namespace InterviewAgent.Insights;

/// <summary>
/// Where the rules of an account's reading draw their lines. The defaults come from simulation, not from taste: of all points with
/// at most one false flag per 100 healthy accounts per 90 days, the one that finds most. <c>interview-agent insights calibrate</c>
/// prints the curves they were taken from (decisions/2026-11-22-thresholds-from-simulation.md).
/// </summary>
public sealed record FlagThresholds
{
    public static FlagThresholds Default { get; } = new();

    /// <summary>Independent kinds of evidence.</summary>
    public int Kinds { get; init; } = 2;

    /// <summary>
    /// Interviews behind the kinds that rest on words: two kinds out of one interview are one person's bad day. Usage and silence are
    /// witnesses of their own and count one each.
    /// </summary>
    public int Witnesses { get; init; } = 2;

    /// <summary>People behind the kinds that rest on words, with usage and silence as above.</summary>
    public int People { get; init; } = 1;

    /// <summary>
    /// For a flag, which is looked at again after every interview and so has more chances to be wrong than one look: things said by
    /// those who let go of the product, less things said by those who hold on to it, for each interview of now.
    /// </summary>
    public double Against { get; init; } = 0.7;

    /// <summary>
    /// For a flag: days since the signature at which somebody was last heard. A first month is painful everywhere, and until then its
    /// words are still part of now.
    /// </summary>
    public int FromDay { get; init; } = 45;

    /// <summary>For a flag: <see cref="Witnesses"/>, which may be more than the reading asks for.</summary>
    public int FlagWitnesses { get; init; } = 2;

    /// <summary>The slack of the trend's CUSUM, in standard deviations of one person's check-in.</summary>
    public double TrendSlack { get; init; } = 0.5;

    /// <summary>The sum at which a trend is called, in the same.</summary>
    public double TrendSum { get; init; } = 4.5;

    /// <summary>The slack of the key actions' CUSUM, in standard deviations of a week.</summary>
    public double ActionsSlack { get; init; } = 0.5;

    /// <summary>The sum at which key actions are called falling, in the same.</summary>
    public double ActionsSum { get; init; } = 7;

    /// <summary>What is left of the key actions for each log-in, at most.</summary>
    public double ActionsLeft { get; init; } = 0.75;

    /// <summary>What is left of the log-ins, at least: below, the dashboard sees the fall by itself.</summary>
    public double LoginsLeft { get; init; } = 0.8;

    /// <summary>Enough for an account to be read as suffering, looked at once.</summary>
    public bool AreMetBy(EvidenceWeight weight)
    {
        ArgumentNullException.ThrowIfNull(weight);
        return weight.Kinds >= Kinds && weight.QuotedKinds >= 1 && weight.Witnesses >= Witnesses && weight.People >= People;
    }

    /// <summary>Enough for a flag besides.</summary>
    public bool AllowFlag(EvidenceWeight weight)
    {
        ArgumentNullException.ThrowIfNull(weight);
        return weight.LastHeardDay >= FromDay && weight.Witnesses >= FlagWitnesses && weight.Against >= Against * weight.Interviews;
    }
}
