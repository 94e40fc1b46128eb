using InterviewAgent.Evals.Runs;
using InterviewAgent.Evals.Statistics;
using InterviewAgent.Evals.Suites;

namespace InterviewAgent.Evals.Comparisons;

/// <summary>Whether a run may pass: no scorer or label really worse than in the baseline, and every must-pass item right.</summary>
/// <param name="Broken">Ids of must-pass items that are wrong or missing.</param>
public sealed record GateVerdict(string Suite, Comparison Comparison, IReadOnlyList<ScorerChange> Worse, IReadOnlyList<string> Broken)
{
    public bool Passes => Worse.Count == 0 && Broken.Count == 0;
}

public static class GateSuite
{
    public static GateVerdict Judge(Suite suite, EvalRun baseline, EvalRun run)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(run);
        var comparison = CompareRuns.Of(baseline, run);
        var right = run.Items.Where(item => item.Right).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        return new GateVerdict(suite.Name, comparison, [.. comparison.All.Where(change => change.Finding == Finding.Worse)],
            [.. suite.MustPass.Where(id => !right.Contains(id))]);
    }
}
