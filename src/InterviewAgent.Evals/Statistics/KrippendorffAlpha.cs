namespace InterviewAgent.Evals.Statistics;

/// <summary>
/// Agreement of any number of coders with gaps (Krippendorff, Content Analysis, 2004, chapter 11; "Computing Krippendorff's
/// Alpha-Reliability", 2011). A unit is the values it received; units with fewer than two say nothing.
/// </summary>
public static class KrippendorffAlpha
{
    /// <summary>Labels without order; null where fewer than two values differ.</summary>
    public static double? Nominal(IEnumerable<IReadOnlyCollection<int>> units) => Of(units, (_, _, _) => 1);

    /// <summary>Ranks: the distance of two values is the square of how many pairable values lie between them.</summary>
    public static double? Ordinal(IEnumerable<IReadOnlyCollection<int>> units) => Of(units, (counts, low, high) =>
    {
        var between = counts.Where(count => count.Key >= low && count.Key <= high).Sum(count => count.Value);
        return Math.Pow(between - (counts[low] + counts[high]) / 2, 2);
    });

    private static double? Of(IEnumerable<IReadOnlyCollection<int>> units, Func<SortedDictionary<int, double>, int, int, double> distance)
    {
        ArgumentNullException.ThrowIfNull(units);
        var pairable = units.Where(unit => unit.Count > 1).ToList();
        var counts = new SortedDictionary<int, double>(pairable.SelectMany(unit => unit).CountBy(value => value).ToDictionary(count => count.Key, count => (double)count.Value));
        var all = counts.Values.Sum();
        double Delta(int one, int other) => one == other ? 0 : distance(counts, Math.Min(one, other), Math.Max(one, other));
        var observed = pairable.Sum(unit => unit.Sum(one => unit.Sum(other => Delta(one, other))) / (unit.Count - 1));
        var expected = counts.Sum(one => counts.Sum(other => one.Value * other.Value * Delta(one.Key, other.Key))) / (all - 1);
        return expected > 0 ? 1 - observed / expected : null;
    }
}
