using InterviewAgent.Evals.Statistics;

namespace InterviewAgent.Evals.Thresholds;

/// <summary>One setting of a rule that watches a series.</summary>
/// <param name="FalsePer100">False alarms per 100 series on which nothing happens per 90 days, with its 95 % interval (Wilson, of series ever called).</param>
/// <param name="Found">By course: the share called after it began, and the median wait in the unit of the series.</param>
/// <param name="IsDefault">What the product ships.</param>
public sealed record RulePoint(
    string Rule, double Threshold, double FalsePer100, double Low, double High, IReadOnlyDictionary<string, Detection> Found, bool IsDefault)
{
    internal static RulePoint Of(
        string rule, double threshold, int falseAlarms, int series, double daysWatched, IReadOnlyDictionary<string, Detection> found, bool isDefault)
    {
        var (low, high) = Wilson.Interval(falseAlarms, series);
        var per = 100 * 90 / daysWatched;
        return new RulePoint(rule, threshold, per * falseAlarms / series, per * low, per * high, found, isDefault);
    }
}

/// <param name="Wait">Median of those called; not a number where none was.</param>
public sealed record Detection(double Share, double Wait)
{
    internal static Detection Of(IReadOnlyCollection<double?> waits)
    {
        double[] called = [.. waits.OfType<double>().Order()];
        return new Detection((double)called.Length / waits.Count, called.Length == 0 ? double.NaN : (called[(called.Length - 1) / 2] + called[called.Length / 2]) / 2);
    }
}
