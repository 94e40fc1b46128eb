using InterviewAgent.Evals.Statistics;
using InterviewAgent.Insights;

namespace InterviewAgent.Evals.Thresholds;

/// <summary>Flags of any kind, at the shipped thresholds: what a leader is asked to look at in all.</summary>
/// <param name="FalsePer100">Fine accounts flagged as anything, per 100 and 90 days, with its 95 % interval (Wilson).</param>
/// <param name="AtRisk">Share of accounts at risk that are flagged, as either kind.</param>
public sealed record AnyFlag(double FalsePer100, double Low, double High, double AtRisk)
{
    public static AnyFlag Of(IEnumerable<SimulatedAccount> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        var flagged = accounts.Where(account => account.Kind.Label() != AccountLabel.Silent)
            .Select(account => (account.Kind, Is: account.NewsOn().Any(day => RefreshFlags.KindOf(ReadAccount.Read(account.Until(day))) is not null))).ToList();
        var fine = flagged.Where(account => account.Kind.Label() == AccountLabel.Fine).ToList();
        var wrong = fine.Count(account => account.Is);
        var (low, high) = Wilson.Interval(wrong, fine.Count);
        const double Per = 100 * 90.0 / SimulatedAccount.Days;
        return new AnyFlag(Per * wrong / fine.Count, Per * low, Per * high, flagged.Where(account => account.Kind == AccountKind.AtRisk).Average(account => account.Is ? 1.0 : 0));
    }
}
