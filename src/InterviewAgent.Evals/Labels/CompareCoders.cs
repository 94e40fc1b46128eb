using InterviewAgent.Evals.Scorers;
using InterviewAgent.Evals.Statistics;

namespace InterviewAgent.Evals.Labels;

/// <summary>How far two coders agree about one code: on how many rows each used it, kappa and AC1 (null where undefined).</summary>
public sealed record CodeAgreement(string Code, int First, int Second, int Both, double? Kappa, double? Ac1);

/// <summary>Two coders' sheets beside each other.</summary>
/// <param name="Rows">Rows that both have seen; only they count.</param>
/// <param name="F1">Of the second coder's codes against the first's, over all rows: what a coder's F1 may be measured against (a human ceiling).</param>
/// <param name="Differing">Rows on which the two differ, to be talked over.</param>
public sealed record CoderAgreement(int Rows, double F1, IReadOnlyList<CodeAgreement> Codes, IReadOnlyList<(SheetRow First, SheetRow Second)> Differing);

/// <summary>Compares a first coder with a second who has not seen the first's codes.</summary>
public static class CompareCoders
{
    public static CoderAgreement Of(IReadOnlyList<SheetRow> first, IReadOnlyList<SheetRow> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var others = second.Where(row => row.Seen).ToDictionary(row => row.Item, StringComparer.Ordinal);
        List<(SheetRow First, SheetRow Second)> both = [.. first.Where(row => row.Seen && others.ContainsKey(row.Item)).Select(row => (row, others[row.Item]))];
        if (both.Count == 0) throw new BadInputException("The two sheets", "no row is marked seen in both", "Write x into the column seen of each row that was decided.");
        var presence = both.Select(pair => Presence.Of(pair.First.Codes.ToHashSet(StringComparer.Ordinal), pair.Second.Codes.ToHashSet(StringComparer.Ordinal)))
            .Aggregate(new Presence(0, 0, 0), Presence.Add);
        return new CoderAgreement(both.Count, presence.F1,
            [.. both.SelectMany(pair => pair.First.Codes.Concat(pair.Second.Codes)).Distinct().Order(StringComparer.Ordinal).Select(code => Of(code, both))],
            [.. both.Where(pair => !pair.First.Codes.ToHashSet(StringComparer.Ordinal).SetEquals(pair.Second.Codes))]);
    }

    private static CodeAgreement Of(string code, List<(SheetRow First, SheetRow Second)> both)
    {
        var pairs = both.ConvertAll(pair => (One: Used(pair.First, code), Other: Used(pair.Second, code)));
        return new CodeAgreement(code, pairs.Count(pair => pair.One == "yes"), pairs.Count(pair => pair.Other == "yes"),
            pairs.Count(pair => pair is ("yes", "yes")), Agreement.Kappa(pairs), Agreement.Ac1(pairs));
    }

    private static string Used(SheetRow row, string code) => row.Codes.Contains(code) ? "yes" : "no";
}
