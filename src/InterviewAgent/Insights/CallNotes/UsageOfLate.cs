using InterviewAgent.Accounts;
using InterviewAgent.Privacy;

namespace InterviewAgent.Insights.CallNotes;

/// <summary>Weekly means of the last four weeks beside the four before. Null: fewer weeks were imported.</summary>
internal sealed record UsageOfLate(int Now, int Before, int Logins, int LoginsBefore, int FewestUsers)
{
    private const int Weeks = 4;

    /// <summary>The vendor's own figures may be named, except where so few are active that a figure is a person.</summary>
    public bool MayBeNamed => FewestUsers >= SuppressionGuard.FewestPeople;

    public static UsageOfLate? Of(IEnumerable<UsageWeek> usage)
    {
        List<UsageWeek> weeks = [.. usage.OrderByDescending(week => week.Week).Take(2 * Weeks)];
        return weeks.Count < 2 * Weeks ? null : new UsageOfLate(
            Mean(weeks.Take(Weeks), week => week.KeyActions), Mean(weeks.Skip(Weeks), week => week.KeyActions),
            Mean(weeks.Take(Weeks), week => week.Logins), Mean(weeks.Skip(Weeks), week => week.Logins), weeks.Min(week => week.ActiveUsers));
    }

    private static int Mean(IEnumerable<UsageWeek> weeks, Func<UsageWeek, int> of) => (int)Math.Round(weeks.Average(of), MidpointRounding.AwayFromZero);
}
