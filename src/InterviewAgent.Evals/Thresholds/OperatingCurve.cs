using InterviewAgent.Evals.Statistics;
using InterviewAgent.Insights;

namespace InterviewAgent.Evals.Thresholds;

/// <summary>One point of the silent-sufferer rule.</summary>
/// <param name="FalseFlags">Fine accounts that were ever flagged, of <paramref name="Fine"/>.</param>
/// <param name="FalsePer100">False flags per 100 fine accounts per 90 days, with its 95 % interval (Wilson, of accounts ever flagged).</param>
/// <param name="Silent">Share of silent sufferers flagged by the end; <paramref name="Polite"/> of polite ones.</param>
/// <param name="Precision">Of flags, when one account in 20 suffers: half of them silently, half politely.</param>
/// <param name="DaysToFlag">Median days from onset to flag, of those flagged after it.</param>
public sealed record OperatingPoint(
    FlagThresholds Thresholds, int FalseFlags, int Fine, double FalsePer100, double Low, double High, double Silent, double Polite, double Precision, double DaysToFlag,
    double AtRiskCalledSilent)
{
    public double Recall => (Silent + Polite) / 2;
    public bool IsDefault => Thresholds == FlagThresholds.Default;
}

/// <summary>Replays simulated accounts day by day and counts when each point of a grid would have flagged them first.</summary>
public static class OperatingCurve
{
    /// <summary>The grid that is searched.</summary>
    public static IReadOnlyList<FlagThresholds> Grid { get; } =
    [
        .. from kinds in new[] { 2, 3 }
           from witnesses in new[] { 1, 2, 3 }
           from people in new[] { 1, 2 }
           from against in new[] { 0, 0.4, 0.5, 0.6, 0.65, 0.7, 0.8, 1 }
           from day in new[] { 0, 45, 85 }
           select new FlagThresholds { Kinds = kinds, Witnesses = Math.Min(witnesses, FlagThresholds.Default.Witnesses), FlagWitnesses = witnesses, People = people, Against = against, FromDay = day },
    ];

    private const double Sufferers = 1 / 20.0;

    /// <param name="accounts">Of every kind.</param>
    public static IReadOnlyList<OperatingPoint> Of(IEnumerable<SimulatedAccount> accounts, IReadOnlyList<FlagThresholds> grid)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(grid);
        var flagged = accounts.Select(account => (account.Kind, account.Onset, Days: FirstFlags(account, grid))).ToList();
        return [.. grid.Select((thresholds, at) => Point(thresholds, [.. flagged.Select(one => (one.Kind, one.Onset, one.Days[at]))]))];
    }

    /// <summary>The most that a leader is asked to look at in vain: one in 100 fine accounts in 90 days.</summary>
    public const double MostFalsePer100 = 1;

    /// <summary>
    /// Of the points within the bound with the codebook's two kinds those that find most, to a hundredth and a half, which is what the intervals
    /// can tell apart; of them the one that flags soonest.
    /// </summary>
    public static OperatingPoint Best(IReadOnlyList<OperatingPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var within = points.Where(point => point.FalsePer100 <= MostFalsePer100 && point.Thresholds.Kinds == FlagThresholds.Default.Kinds).ToList();
        var most = within.Max(point => point.Recall);
        return within.Where(point => point.Recall >= most - Alike).OrderBy(point => point.DaysToFlag).ThenBy(point => point.Thresholds.FlagWitnesses + point.Thresholds.People)
            .ThenByDescending(point => point.Recall).First();
    }

    private const double Alike = 0.015;

    /// <summary>Points that no other beats both ways, fewest false flags first, and the shipped one.</summary>
    public static IReadOnlyList<OperatingPoint> Front(IReadOnlyList<OperatingPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var front = new List<OperatingPoint>();
        foreach (var point in points.OrderBy(point => point.FalsePer100).ThenByDescending(point => point.Recall))
        {
            if (point.IsDefault || front.TrueForAll(other => other.Recall + 0.005 < point.Recall))
            {
                front.Add(point);
            }
        }
        return front;
    }

    /// <summary>Day of the first flag at each point of the grid.</summary>
    internal static int?[] FirstFlags(SimulatedAccount account, IReadOnlyList<FlagThresholds> grid)
    {
        var first = new int?[grid.Count];
        foreach (var day in account.NewsOn())
        {
            var voice = account.Until(day);
            var reading = ReadAccount.Read(voice);
            if (reading is not { Health: AccountHealth.Green, HasEnoughVoice: true, Depends: false, ToldVendor: false, Evidence.Count: > 0 })
            {
                continue;
            }
            var weight = EvidenceWeight.Of(voice, reading.Evidence);
            for (var at = 0; at < grid.Count; at++)
            {
                if (first[at] is null && grid[at].AreMetBy(weight) && grid[at].AllowFlag(weight))
                {
                    first[at] = day;
                }
            }
        }
        return first;
    }

    private static OperatingPoint Point(FlagThresholds thresholds, List<(AccountKind Kind, int? Onset, int? Day)> accounts)
    {
        var fine = accounts.Where(account => account.Kind.Label() == AccountLabel.Fine).ToList();
        var wrong = fine.Count(account => account.Day is not null);
        var (low, high) = Wilson.Interval(wrong, fine.Count);
        const double Per = 100 * 90.0 / SimulatedAccount.Days;
        var (silent, polite) = (Share(accounts, AccountKind.SilentSufferer), Share(accounts, AccountKind.PoliteSufferer));
        var (right, false_) = (Sufferers * (silent + polite) / 2, (1 - Sufferers) * wrong / Math.Max(1, fine.Count));
        return new OperatingPoint(
            thresholds, wrong, fine.Count, Per * wrong / Math.Max(1, fine.Count), Per * low, Per * high, silent, polite,
            right + false_ == 0 ? 0 : right / (right + false_), Delay(accounts), Share(accounts, AccountKind.AtRisk));
    }

    private static double Share(List<(AccountKind Kind, int? Onset, int? Day)> accounts, AccountKind kind)
    {
        var own = accounts.Where(account => account.Kind == kind).ToList();
        return own.Count == 0 ? 0 : (double)own.Count(account => account.Day is not null) / own.Count;
    }

    private static double Delay(List<(AccountKind Kind, int? Onset, int? Day)> accounts)
    {
        int[] days = [.. accounts.Where(account => account.Kind.Label() == AccountLabel.Silent && account.Day >= account.Onset)
            .Select(account => account.Day!.Value - account.Onset!.Value).Order()];
        return days.Length == 0 ? double.NaN : (days[(days.Length - 1) / 2] + days[days.Length / 2]) / 2.0;
    }
}
