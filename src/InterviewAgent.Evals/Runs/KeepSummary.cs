using System.Text.Json;
using InterviewAgent.Evals.Comparisons;
using InterviewAgent.Evals.Suites;

namespace InterviewAgent.Evals.Runs;

/// <summary>
/// A run's figures, and what was said of it against another, as small files beside it: NAME.summary.json and NAME.comparison.json. The
/// researchers' pages show these and compute nothing.
/// </summary>
public static class KeepSummary
{
    /// <param name="path">The run's file.</param>
    /// <param name="ceilings">What people reach against each other, by scorer.</param>
    public static void Of(string path, EvalRun run, IReadOnlyDictionary<string, double> ceilings)
    {
        ArgumentNullException.ThrowIfNull(run);
        var spent = run.Items.Select(item => item.Spent).OfType<Spent>().Aggregate(Spent.Nothing, (sum, one) => sum + one);
        Write(path, ".summary.json", new
        {
            run.Header, Items = run.Items.Count, Right = run.Items.Count(item => item.Right), Figures = Figures.Of(run), Labels = Figures.ByLabel(run).Select(Label), ceilings,
            Cost = new { Seconds = spent.Milliseconds / 1000, spent.Calls, spent.TokensIn, spent.TokensOut, Money = spent.CostMicros / 1e6 },
        });
    }

    /// <param name="path">The later run's file.</param>
    /// <param name="before">Name of the earlier run.</param>
    public static void Compared(string path, string before, Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        Write(path, ".comparison.json", new
        {
            comparison.After.Header.StartedAt, before, BeforeStartedAt = comparison.Before.Header.StartedAt, comparison.Verdict, Changed = comparison.Changed.Count,
            Scorers = comparison.All.Select(change => new { change.Name, Change = change.Difference.Estimate, change.Difference.Low, change.Difference.High, change.Words }),
        });
    }

    /// <summary>Of a label that was never found there is no precision, of one that is never there no recall.</summary>
    private static object Label(LabelFigure label)
    {
        var (found, there) = (label.Presence.Hits + label.Presence.False, label.Presence.Hits + label.Presence.Missed);
        return new
        {
            label.Label, Items = there,
            Precision = found == 0 ? null : new Figure("precision", label.Presence.Precision, label.Precision.Low, label.Precision.High, found),
            Recall = there == 0 ? null : new Figure("recall", label.Presence.Recall, label.Recall.Low, label.Recall.High, there),
        };
    }

    private static void Write(string path, string extension, object what) =>
        File.WriteAllText(Path.ChangeExtension(path, extension), JsonSerializer.Serialize(what, EvalRun.Json));
}
