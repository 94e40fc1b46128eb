using InterviewAgent.Evals.Runs;
using InterviewAgent.Evals.Statistics;

namespace InterviewAgent.Evals.Comparisons;

/// <summary>One scorer in both runs, and what may be said of the change.</summary>
/// <param name="P">After Holm over the scorers of its kind (all scorers, or all labels).</param>
public sealed record ScorerChange(string Name, ClusterDifference Difference, double P, Finding Finding, string Words);

/// <summary>An item whose answer changed.</summary>
public sealed record ChangedItem(ScoredItem Before, ScoredItem After)
{
    /// <summary>Mean change over the scorers; the worst come first.</summary>
    public double Change { get; } = After.Scores.Where(score => Before.Scores.ContainsKey(score.Key)).Select(score => score.Value - Before.Scores[score.Key])
        .DefaultIfEmpty(0).Average();
}

/// <summary>Two runs of one suite, item by item.</summary>
/// <param name="Labels">Per label "found" (of the items that bear it) and "kept quiet" (of those that do not); only those that changed.</param>
/// <param name="Unpaired">Items that only one of the runs has.</param>
public sealed record Comparison(
    EvalRun Before, EvalRun After, IReadOnlyList<ScorerChange> Scorers, IReadOnlyList<ScorerChange> Labels, IReadOnlyList<ChangedItem> Changed, int Unpaired)
{
    public IEnumerable<ScorerChange> All => Scorers.Concat(Labels);

    /// <summary>The verdict in one sentence.</summary>
    public string Verdict
    {
        get
        {
            string Say(ScorerChange change) => $"{change.Name}: {change.Words}";
            var real = All.Where(change => change.Finding is Finding.Worse or Finding.Better).OrderByDescending(change => change.Finding).ToList();
            if (real.Count > 0) return string.Join("; ", real.Take(3).Select(Say)) + (real.Count > 3 ? $"; and {real.Count - 3} more" : "") + ".";
            if (Changed.Count == 0) return "No change: every item got the same answer.";
            var open = Scorers.Where(change => change.Finding == Finding.CannotTell).ToList();
            return open.Count > 0 ? Say(open.MaxBy(change => Math.Abs(change.Difference.Estimate))!) + "." : "No scorer moved, though some answers changed.";
        }
    }
}
