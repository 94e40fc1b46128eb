using InterviewAgent.Evals.Scorers;
using InterviewAgent.Insights;

namespace InterviewAgent.Evals.Thresholds;

/// <summary>The rules on labelled accounts, each as a coder heard it that had not seen it.</summary>
public static class LabelledRule
{
    /// <summary>Found, false and missed accounts: silent sufferers, and at risk (which silent ones are too).</summary>
    public static (Presence Silent, Presence AtRisk) On(IReadOnlyCollection<HeardApart> accounts, FlagThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        var read = accounts.Select(account => (Gold: account.Gold.Gold!, Read: ReadAccount.Read(account.Voice, thresholds))).ToList();
        return (Count(read.Select(one => (one.Gold.SilentSufferer, one.Read.SilentSufferer))), Count(read.Select(one => (one.Gold.AtRisk, one.Read.AtRisk))));
    }

    /// <summary>Silent accounts whose evidence at the end is enough for a flag, and others that are.</summary>
    public static string Flagged(IReadOnlyCollection<HeardApart> accounts, FlagThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        var flagged = accounts.Where(account => ReadAccount.Read(account.Voice, thresholds) is { SilentSufferer: true, AllowsFlag: true }).ToList();
        return $"{flagged.Count(account => account.Gold.Gold!.SilentSufferer)} right, {flagged.Count(account => !account.Gold.Gold!.SilentSufferer)} wrong";
    }

    private static Presence Count(IEnumerable<(bool Labelled, bool Found)> accounts)
    {
        var list = accounts.ToList();
        return new Presence(list.Count(one => one is (true, true)), list.Count(one => one is (false, true)), list.Count(one => one is (true, false)));
    }
}
