using InterviewAgent.Evals.Scorers;
using InterviewAgent.Evals.Statistics;

namespace InterviewAgent.Evals.Runs;

/// <summary>A figure of one run with its 95 % interval, shares from 0 to 1.</summary>
/// <param name="Items">What it was counted over.</param>
public sealed record Figure(string Name, double Value, double Low, double High, int Items);

/// <summary>A label's presence over all items.</summary>
public sealed record LabelFigure(string Label, Presence Presence, (double Low, double High) Precision, (double Low, double High) Recall);

/// <summary>The figures of a run.</summary>
public static class Figures
{
    /// <summary>The mean of each scorer over the items it applies to. Interval: by cluster; Wilson where items are single verdicts, or all are alike.</summary>
    public static IReadOnlyList<Figure> Of(EvalRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return [.. run.Items.SelectMany(item => item.Scores.Keys).Distinct()
            .Select(scorer => Of(scorer, [.. run.Items.Where(item => item.Scores.ContainsKey(scorer)).Select(item => (item.Group, item.Scores[scorer]))]))];
    }

    /// <summary>Precision and recall of each label, the most frequent first.</summary>
    public static IReadOnlyList<LabelFigure> ByLabel(EvalRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return [.. Presences(run)
            .OrderByDescending(label => label.Value.Hits + label.Value.Missed).ThenBy(label => label.Key, StringComparer.Ordinal)
            .Select(label => new LabelFigure(label.Key, label.Value,
                Share(run.Items.Where(item => item.Got.Contains(label.Key)), item => item.Expected.Contains(label.Key)),
                Share(run.Items.Where(item => item.Expected.Contains(label.Key)), item => item.Got.Contains(label.Key))))];
    }

    private static (double Low, double High) Share(IEnumerable<ScoredItem> items, Func<ScoredItem, bool> hit) => Wilson.ByCluster(items.Select(item => (item.Group, hit(item))));

    public static double MicroF1(IEnumerable<LabelFigure> labels) =>
        labels.Aggregate(new Presence(0, 0, 0), (sum, label) => sum + label.Presence).F1;

    private static SortedDictionary<string, Presence> Presences(EvalRun run)
    {
        var presences = new SortedDictionary<string, Presence>(StringComparer.Ordinal);
        foreach (var item in run.Items)
            foreach (var label in item.Expected.Union(item.Got))
                presences[label] = presences.GetValueOrDefault(label, new Presence(0, 0, 0)) + new Presence(
                    item.Expected.Contains(label) && item.Got.Contains(label) ? 1 : 0, item.Expected.Contains(label) ? 0 : 1, item.Got.Contains(label) ? 0 : 1);
        return presences;
    }

    private static Figure Of(string name, List<(string Group, double Score)> scores)
    {
        var mean = scores.Average(score => score.Score);
        var groups = scores.Select(score => score.Group).Distinct().Count();
        if (scores.TrueForAll(score => score.Score is 0 or 1) && (groups == scores.Count || mean is 0 or 1))
        {
            var (low, high) = Wilson.ByCluster(scores.Select(score => (score.Group, score.Score == 1)));
            return new Figure(name, mean, low, high, scores.Count);
        }
        var half = MeanByCluster.HalfWidth(scores);
        return new Figure(name, mean, Math.Max(0, mean - half), Math.Min(1, mean + half), scores.Count);
    }
}
