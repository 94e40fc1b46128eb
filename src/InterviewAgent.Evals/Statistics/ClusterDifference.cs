namespace InterviewAgent.Evals.Statistics;

/// <summary>One item scored in two runs. Items of one cluster (transcript, account, participant) are not independent of each other.</summary>
public sealed record PairedScore(string Cluster, double Before, double After);

/// <summary>A cluster's paired differences, summed.</summary>
internal sealed record ClusterSum(double Sum, int Items)
{
    internal static List<ClusterSum> Of(IEnumerable<PairedScore> pairs) =>
        [.. pairs.GroupBy(pair => pair.Cluster, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ClusterSum(group.Sum(pair => pair.After - pair.Before), group.Count()))];
}

/// <summary>A limit below and above, and the probability of a difference at least this large where there is none.</summary>
/// <param name="Low">Minus infinity where the clusters are too few to exclude anything.</param>
internal readonly record struct Inference(double Low, double High, double P, string Method);

/// <summary>The mean change of an item's score from one run to the other, with what can be said of it.</summary>
/// <param name="Low">Lower end of the 95 % interval; null where the clusters are too few for one.</param>
/// <param name="P">Two-sided, of no difference.</param>
/// <param name="Ties">Items with the same score in both runs.</param>
/// <param name="Detectable">The smallest difference that this set would find four times in five; null where it can find none.</param>
public sealed record ClusterDifference(
    double Before, double After, double Estimate, double? Low, double? High, double P, string Method,
    int Items, int Clusters, int Ties, double? Detectable)
{
    /// <summary>From here on the bootstrap is used, below it the sign-flip permutation (see src/decisions: statistics by cluster).</summary>
    public const int FewestForBootstrap = 40;

    /// <summary>With fewer clusters the smallest possible p of the sign-flip, 2/2^n, is above 0.05: nothing can be found real.</summary>
    public const int FewestThatCanTell = 6;

    /// <exception cref="ArgumentException">No pairs.</exception>
    public static ClusterDifference Of(IReadOnlyCollection<PairedScore> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count == 0) throw new ArgumentException("There is no pair to compare.", nameof(pairs));
        var clusters = ClusterSum.Of(pairs);
        var inference = clusters.Count < FewestForBootstrap ? SignFlip.Of(clusters) : ClusterBootstrap.Of(clusters);
        if (SingleVerdicts(pairs, clusters.Count))
            inference = inference with
            {
                P = McNemar.Exact(pairs.Count(pair => pair.After > pair.Before), pairs.Count(pair => pair.After < pair.Before)),
                Method = inference.Method + ", exact McNemar",
            };
        var (before, after) = (pairs.Average(pair => pair.Before), pairs.Average(pair => pair.After));
        return new ClusterDifference(
            before, after, after - before, Finite(inference.Low), Finite(inference.High), inference.P, inference.Method, pairs.Count, clusters.Count,
            pairs.Count(pair => pair.Before.Equals(pair.After)), DetectableDifference.Of(clusters));
    }

    private static bool SingleVerdicts(IReadOnlyCollection<PairedScore> pairs, int clusters) =>
        clusters == pairs.Count && pairs.All(pair => pair.Before is 0 or 1 && pair.After is 0 or 1);

    private static double? Finite(double limit) => double.IsFinite(limit) ? limit : null;
}
