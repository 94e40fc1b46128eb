using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights.SubThemes;

/// <summary>People's decisions as they hold now: from the terms of a quote to the themes it is counted under. Pure but for loading.</summary>
internal sealed class ThemeRules
{
    private readonly ILookup<(string Code, string Term), string> splits;
    private readonly Dictionary<(string Code, string Term), string> merges;

    public ThemeRules(IEnumerable<ThemeDecision> decisions)
    {
        var holding = decisions.OrderBy(decision => decision.At).ThenBy(decision => decision.Id).ToList();
        Names = Newest(holding, ThemeDecisionKind.Rename);
        Archived = Newest(holding, ThemeDecisionKind.Archive).Keys.ToHashSet();
        merges = Newest(holding, ThemeDecisionKind.Merge);
        splits = holding.Where(decision => decision.Kind == ThemeDecisionKind.Split && decision.Value is not null)
            .ToLookup(decision => (decision.Code, decision.Term), decision => decision.Value!);
    }

    public IReadOnlyDictionary<(string Code, string Term), string> Names { get; }
    public IReadOnlySet<(string Code, string Term)> Archived { get; }

    public static async Task<ThemeRules> Load(InterviewAgentDb db, CancellationToken cancellationToken) =>
        new(await db.ThemeDecisions.AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>Each theme once; the code as a whole ("") is always one of them.</summary>
    public IEnumerable<string> Of(string code, QuoteTerms terms) =>
        terms.Counted.Select(term => Merged(code, Split(code, term, terms.All))).Append("").Distinct(StringComparer.Ordinal);

    /// <summary>Where a theme's quotes are counted in the end.</summary>
    public string Merged(string code, string term)
    {
        // As many steps as there are merges: a circle, which is refused when it is decided, would end here too.
        for (var step = 0; step <= merges.Count && merges.TryGetValue((code, term), out var into); step++)
        {
            term = into;
        }
        return term;
    }

    /// <summary>Themes that a person has put directly under this one.</summary>
    public IReadOnlyList<string> MergedInto(string code, string term) =>
        [.. merges.Where(merge => merge.Key.Code == code && merge.Value == term).Select(merge => merge.Key.Term).Order(StringComparer.Ordinal)];

    private string Split(string code, string term, IReadOnlySet<string> all) =>
        splits[(code, term)].FirstOrDefault(all.Contains) is { } word ? $"{term}+{word}" : term;

    private static Dictionary<(string Code, string Term), string> Newest(List<ThemeDecision> decisions, ThemeDecisionKind kind) =>
        decisions.Where(decision => decision.Kind == kind).GroupBy(decision => (decision.Code, decision.Term))
            .Select(theme => theme.Last()).Where(decision => decision.Value is not null)
            .ToDictionary(decision => (decision.Code, decision.Term), decision => decision.Value!);
}
