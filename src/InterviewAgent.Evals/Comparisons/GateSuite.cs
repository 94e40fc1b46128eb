using InterviewAgent.Evals.Judges;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Evals.Statistics;
using InterviewAgent.Evals.Suites;

namespace InterviewAgent.Evals.Comparisons;

/// <summary>Whether a run may pass: no scorer or label really worse than in the baseline, and every must-pass item right.</summary>
/// <param name="Broken">Ids of must-pass items that are wrong or missing.</param>
/// <param name="Advisory">What is really worse by a judge that is not calibrated: said, and held against nobody.</param>
/// <param name="Uncalibrated">Why the judge on which the suite wants to gate may not; null where there is no such wish.</param>
public sealed record GateVerdict(
    string Suite, Comparison Comparison, IReadOnlyList<ScorerChange> Worse, IReadOnlyList<string> Broken,
    IReadOnlyList<ScorerChange> Advisory, string? Uncalibrated)
{
    /// <summary>What the baseline counted and this run does not: what is not measured cannot be called no worse.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    public bool Passes => Worse.Count == 0 && Broken.Count == 0 && Missing.Count == 0 && Uncalibrated is null;
}

public static class GateSuite
{
    /// <param name="judge">Of the suite's judge; null: it has none.</param>
    public static GateVerdict Judge(Suite suite, EvalRun baseline, EvalRun run, JudgeTrust? judge = null)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(run);
        var comparison = CompareRuns.Of(baseline, run);
        var right = run.Items.Where(item => item.Right).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var worse = comparison.All.Where(change => change.Finding == Finding.Worse).Where(change => suite.Gates.Count == 0 || suite.Gates.Contains(change.Name)).ToList();
        var untrusted = judge is { MayGate: false };
        // Of a judge suite every figure is the judge's, elsewhere those that say so.
        bool Judged(ScorerChange change) => suite.Task == "judge" || change.Name.StartsWith(JudgeTask.Prefix, StringComparison.Ordinal);
        return new GateVerdict(
            suite.Name, comparison, [.. worse.Where(change => !untrusted || !Judged(change))], [.. MustPass(suite, baseline).Where(id => !right.Contains(id))],
            [.. worse.Where(change => untrusted && Judged(change))], untrusted && Wants(suite) ? judge!.Says : null)
        {
            Missing = [.. Missing(suite, baseline, run)],
        };
    }

    private static IEnumerable<string> Missing(Suite suite, EvalRun baseline, EvalRun run)
    {
        var ids = run.Items.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        if (baseline.Items.Count(item => !ids.Contains(item.Id)) is > 0 and var gone) yield return $"{gone} of {baseline.Items.Count} items of the baseline are not in the set any more";
        var (before, after) = (Scorers(baseline), Scorers(run));
        var labels = baseline.Items.Concat(run.Items).SelectMany(item => item.Expected.Concat(item.Got)).SelectMany(CompareRuns.NamesOf).ToHashSet(StringComparer.Ordinal);
        foreach (var name in suite.Gates.Where(name => !after.Contains(name) && !labels.Contains(name))) yield return $"{name}, on which the suite gates, was not scored";
        // A judge that is not configured scores nothing, and nobody gates on it unasked.
        if (suite.Gates.Count == 0)
            foreach (var name in before.Except(after).Where(name => !name.StartsWith(JudgeTask.Prefix, StringComparison.Ordinal))) yield return $"{name} was not scored";
    }

    private static SortedSet<string> Scorers(EvalRun run) => new(run.Items.SelectMany(item => item.Scores.Keys), StringComparer.Ordinal);

    private static IEnumerable<string> MustPass(Suite suite, EvalRun baseline) => suite.MustPass is [Suite.All]
        ? baseline.Items.Where(item => item.Right).Select(item => item.Id) : suite.MustPass;

    /// <summary>The suite names a judge's scorer as one to gate on, or items that only the judge can call right.</summary>
    private static bool Wants(Suite suite) =>
        suite.Gates.Exists(name => name.StartsWith(JudgeTask.Prefix, StringComparison.Ordinal)) || suite.Task == "judge" && suite.MustPass.Count > 0;
}
