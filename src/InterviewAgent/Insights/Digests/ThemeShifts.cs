namespace InterviewAgent.Insights.Digests;

public enum ThemeShift { New, Grown, Shrunk, Gone }

/// <summary>Which themes are new, have grown, shrunk or gone between two counts. People and accounts are compared apart; accounts decide.</summary>
internal static class ThemeShifts
{
    /// <summary>What came first, then what went; more accounts first. A theme of the same accounts and people is none.</summary>
    public static IEnumerable<(string Code, ThemeShift Shift, ThemeNumber Now, ThemeNumber Before)> Changed(this DigestFacts facts) =>
        Between(facts.Now, facts.Before).Where(one => facts.Themes.ContainsKey(one.Code));

    public static IEnumerable<(string Code, ThemeShift Shift, ThemeNumber Now, ThemeNumber Before)> Between(DigestNumbers now, DigestNumbers before) =>
        now.Themes.Keys.Union(before.Themes.Keys)
            .Select(code => (Code: code, Now: now.Themes.GetValueOrDefault(code) ?? ThemeNumber.None, Before: before.Themes.GetValueOrDefault(code) ?? ThemeNumber.None))
            .Select(one => (one.Code, Shift: Of(one.Now, one.Before), one.Now, one.Before))
            .Where(one => one.Shift is not null).Select(one => (one.Code, one.Shift!.Value, one.Now, one.Before))
            .OrderBy(one => one.Value is ThemeShift.New or ThemeShift.Grown ? 0 : 1)
            .ThenByDescending(one => Math.Max(one.Now.Accounts, one.Before.Accounts)).ThenByDescending(one => Math.Max(one.Now.People, one.Before.People))
            .ThenBy(one => one.Code, StringComparer.Ordinal);

    private static ThemeShift? Of(ThemeNumber now, ThemeNumber before) => (before.People, now.People) switch
    {
        (0, 0) => null,
        (0, _) => ThemeShift.New,
        (_, 0) => ThemeShift.Gone,
        _ => (now.Accounts - before.Accounts, now.People - before.People) switch
        {
            ( > 0, _) or (0, > 0) => ThemeShift.Grown,
            ( < 0, _) or (0, < 0) => ThemeShift.Shrunk,
            _ => null,
        },
    };
}
