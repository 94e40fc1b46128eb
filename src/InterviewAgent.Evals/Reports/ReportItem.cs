using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using InterviewAgent.Evals.Comparisons;
using InterviewAgent.Evals.Runs;

namespace InterviewAgent.Evals.Reports;

/// <summary>An item as the page holds it.</summary>
/// <param name="Change">Mean change over the scorers; 0 without an earlier run.</param>
/// <param name="Diff">Words of the answer before and after: "=" kept, "-" gone, "+" new. Null where the answer is the same.</param>
internal sealed record ReportItem(
    string Id, string Group, string Part, string Input, IReadOnlyList<string> Expected, IReadOnlyList<string> Got, bool Right,
    bool Changed, double Change, IReadOnlyList<string[]>? Diff)
{
    /// <summary>The page must stay under 5 MB with 10,000 items: so many characters for all their texts.</summary>
    private const int TextBudget = 2_200_000;

    internal static List<ReportItem> Of(EvalRun run, Comparison? comparison)
    {
        var longest = Math.Clamp(TextBudget / Math.Max(1, run.Items.Count), 120, 4000);
        var changed = (comparison?.Changed ?? []).ToDictionary(item => item.After.Id, StringComparer.Ordinal);
        return [.. run.Items.Select(item => Of(item, changed.GetValueOrDefault(item.Id), longest)).OrderBy(item => item.Change)];
    }

    private static ReportItem Of(ScoredItem item, ChangedItem? changed, int longest) => new(
        item.Id, item.Group, item.Part, item.Input.Length <= longest ? item.Input : item.Input[..longest] + " …", item.Expected, item.Got, item.Right,
        changed is not null, Math.Round(changed?.Change ?? 0, 4), changed is null ? null : WordDiff(changed.Before.Got, item.Got));

    /// <summary>A label is one word here, whatever is in it: the differ is given one a line.</summary>
    private static List<string[]> WordDiff(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        [.. new InlineDiffBuilder(new Differ()).BuildDiffModel(Lines(before), Lines(after)).Lines
            .Select(piece => new[] { piece.Type switch { ChangeType.Deleted => "-", ChangeType.Inserted => "+", _ => "=" }, piece.Text })];

    private static string Lines(IReadOnlyList<string> labels) => labels.Count == 0 ? "nothing" : string.Join('\n', labels.Order(StringComparer.Ordinal));
}
