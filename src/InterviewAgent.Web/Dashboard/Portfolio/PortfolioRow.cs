using InterviewAgent.Accounts;
using InterviewAgent.Insights;

namespace InterviewAgent.Web.Dashboard.Portfolio;

/// <summary>One account in a list: its health as imported beside its voice as heard. The two are never merged.</summary>
/// <param name="Level">0 to 4, mean of the newest readings of each person (outcome, effort, confidence, investment, dependence, and tone moved to that scale); null: none. It places a mark and opens no flag.</param>
/// <param name="People">People heard, <paramref name="Interviews"/> completed interviews; what is kept to totals is not in here.</param>
public sealed record PortfolioRow(
    Guid Id, string Name, string? Owner, string? Segment, DateOnly SignedOn, DateOnly? RenewalOn,
    HealthStatus? Health, DateOnly? HealthOn, double? Level, int People, int Interviews, DateOnly? LastHeardOn,
    int Quiet, FlagKind? Flag, Guid? FlagId)
{
    /// <summary>Where low ends and high begins: the middle of the scale.</summary>
    public const double Middle = 2;

    /// <summary>The voice is that of one role: people, days and whether anybody was heard at all are then not told.</summary>
    public bool IsOfRole { get; init; }

    public const int EnoughPeople = 2;
    public const int EnoughInterviews = 3;

    public Voice Voice => People == 0 ? Voice.None
        : People < EnoughPeople || Interviews < EnoughInterviews || Level is null ? Voice.NotEnough
        : Level < Middle ? Voice.Low : Voice.High;
}

/// <summary>"Not enough": fewer than two people or three completed interviews. "None": nobody heard yet.</summary>
public enum Voice { High, Low, NotEnough, None }
