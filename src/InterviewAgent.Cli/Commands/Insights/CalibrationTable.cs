using System.Globalization;
using InterviewAgent.Evals.Thresholds;

namespace InterviewAgent.Cli.Commands.Insights;

/// <summary>The curves for a person: what nothing beats, the point that is shipped, and each rule beside its naive twin.</summary>
internal static class CalibrationTable
{
    public static void Write(TextWriter output, IReadOnlyList<OperatingPoint> flags, AnyFlag any, IReadOnlyList<RulePoint> trend, IReadOnlyList<RulePoint> actions)
    {
        var best = OperatingCurve.Best(flags);
        var shipped = flags.Single(point => point.IsDefault);
        output.WriteLine(Invariant(
            $"shipped: {shipped.FalsePer100:0.0} false flags per 100 fine accounts per 90 days ({shipped.Low:0.0} to {shipped.High:0.0}); best point with at most 1: {Setting(best)}{(best.IsDefault ? ", which is shipped" : "")}"));
        output.WriteLine();
        output.WriteLine("silent sufferers: no other point has fewer false flags and finds more (> is shipped)");
        output.WriteLine("  kinds witnesses people against from day | false per 100 fine accounts, 90 days | silent polite | precision at 1 in 20 | days to flag");
        foreach (var point in OperatingCurve.Front(flags))
            output.WriteLine(Invariant($"{(point.IsDefault ? ">" : " ")} {Setting(point),-38} | {point.FalsePer100,5:0.0} ({point.Low:0.0} to {point.High:0.0}) {"",18} | {point.Silent,5:0.00}  {point.Polite,5:0.00} | {point.Precision,20:0.00} | {point.DaysToFlag,6:0}"));
        output.WriteLine(Invariant(
            $"flags of either kind, as shipped: {any.FalsePer100:0.0} per 100 fine accounts per 90 days ({any.Low:0.0} to {any.High:0.0}); {any.AtRisk:0.00} of the accounts at risk are flagged"));
        Write(output, "trend, tone of two to six check-ins a person", "days", trend);
        Write(output, "key actions of 12 to 22 weeks", "weeks", actions);
    }

    private static void Write(TextWriter output, string title, string unit, IReadOnlyList<RulePoint> points)
    {
        output.WriteLine();
        output.WriteLine($"{title}: false alarms per 100 in 90 days, and the share found (median {unit} until then)");
        foreach (var point in points)
            output.WriteLine(Invariant($"{(point.IsDefault ? ">" : " ")} {point.Rule,-34} {point.Threshold,5:0.00} | {point.FalsePer100,5:0.0} ({point.Low:0.0} to {point.High:0.0}) | ")
                + string.Join("  ", point.Found.Select(found => Invariant($"{found.Key} {found.Value.Share:0.00} ({found.Value.Wait:0})"))));
    }

    private static string Setting(OperatingPoint point) => Invariant(
        $"{point.Thresholds.Kinds,5} {point.Thresholds.FlagWitnesses,9} {point.Thresholds.People,6} {point.Thresholds.Against,7:0.00} {point.Thresholds.FromDay,8}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
