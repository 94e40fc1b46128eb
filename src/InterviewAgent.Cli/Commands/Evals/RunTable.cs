using System.Globalization;
using InterviewAgent.Evals.Comparisons;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Evals.Suites;

namespace InterviewAgent.Cli.Commands.Evals;

/// <summary>Runs and comparisons for a terminal of 100 columns; figures in points of 100.</summary>
internal static class RunTable
{
    internal static void Write(TextWriter output, EvalRun run, IReadOnlyDictionary<string, double> ceilings)
    {
        output.WriteLine(F($"{run.Header.Suite}: {run.Items.Count} items ({run.Header.Part}), {run.Items.Count(item => item.Right)} entirely right"));
        var labels = Figures.ByLabel(run);
        if (labels.Count > 0)
            output.WriteLine(F($"labels: micro-F1 {Figures.MicroF1(labels):0.000}, macro-F1 {labels.Average(label => label.Presence.F1):0.000} over {labels.Count}"));
        output.WriteLine();
        output.WriteLine(F($"{"",-36} {"points",7}   {"95 % interval",-15} {"items",6}   human ceiling"));
        foreach (var figure in Figures.Of(run))
            output.WriteLine(F($"{figure.Name,-36} {100 * figure.Value,7:0.0}   {Interval(figure.Low, figure.High),-15} {figure.Items,6}   {Ceiling(ceilings, figure.Name)}"));
        if (Repeated.PassAll(run) is { Count: > 0 } passed)
            output.WriteLine(F($"entirely right in k of k repeats     {string.Join("   ", passed.Select((share, k) => F($"k={k + 1}: {100 * share:0.0}")))}"));
        if (run.Header.Judge is { } judge) output.WriteLine(judge);
        if (Cost(run) is { Length: > 0 } cost) output.WriteLine(cost);
        output.WriteLine();
        output.WriteLine(F($"{"label",-36} {"precision",-22} {"recall",-22} {"items",6}"));
        foreach (var label in labels)
            output.WriteLine(F($"{label.Label,-36} {Share(label.Presence.Precision, label.Precision, label.Presence.Hits + label.Presence.False),-22} {Share(label.Presence.Recall, label.Recall, label.Presence.Hits + label.Presence.Missed),-22} {label.Presence.Hits + label.Presence.Missed,6}"));
    }

    internal static void Write(TextWriter output, Comparison comparison)
    {
        output.WriteLine(comparison.Verdict);
        output.WriteLine();
        output.WriteLine(F($"{"",-34} {"before",6} {"after",6} {"change",7}   {"95 % interval",-15} what it says"));
        foreach (var change in comparison.All)
        {
            var difference = change.Difference;
            var interval = difference is { Low: { } low, High: { } high } ? Interval(low, high) : "none";
            output.WriteLine(F($"{change.Name,-34} {100 * difference.Before,6:0.0} {100 * difference.After,6:0.0} {100 * difference.Estimate,7:+0.0;-0.0;0.0}   {interval,-15} {change.Words}"));
        }
        output.WriteLine();
        output.WriteLine("Ties (items scored the same in both runs): " + string.Join(", ", comparison.Scorers.Select(change => F($"{change.Name} {change.Difference.Ties} of {change.Difference.Items}"))) + ".");
        output.WriteLine(F($"{comparison.Changed.Count} items changed of {comparison.After.Items.Count}; {comparison.Unpaired} in one run only."));
    }

    private static string Cost(EvalRun run)
    {
        var spent = run.Items.Select(item => item.Spent).OfType<Spent>().Aggregate(Spent.Nothing, (sum, one) => sum + one);
        return F($"{spent.Milliseconds / 1000:0.0} s") + (spent.Calls == 0 ? ", no model asked" : F($", {spent.Calls} calls, {spent.TokensIn} tokens in and {spent.TokensOut} out, {spent.CostMicros / 1e6:0.0000} of money"));
    }

    private static string Share(double value, (double Low, double High) interval, int of) =>
        of == 0 ? "-" : F($"{100 * value,5:0.0} ({Interval(interval.Low, interval.High)})");

    private static string Interval(double low, double high) => F($"{100 * low:0.0} to {100 * high:0.0}");

    private static string Ceiling(IReadOnlyDictionary<string, double> ceilings, string scorer) =>
        ceilings.TryGetValue(scorer, out var ceiling) ? F($"{100 * ceiling:0.0}") : "not measured";

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
