using MathNet.Numerics.Distributions;

namespace InterviewAgent.Evals.Statistics;

/// <summary>How often two runs that do not differ are called different, in per cent of repetitions.</summary>
/// <param name="Reachable">The level that the test can reach at most: a sign-flip of n clusters has only 2^n outcomes.</param>
/// <param name="Unclustered">The same data by a paired t test that takes every item as independent.</param>
/// <param name="Randomised">
/// The same test where its few outcomes are split by a die so that 5 % can be reached (Lehmann and Romano, Testing Statistical Hypotheses
/// (2005), section 15.2): what it says when it may. Never used in a comparison, where a die would decide about a change.
/// </param>
/// <param name="Error">Two standard errors of a share of 5 % over these repetitions.</param>
/// <param name="UnclusteredError">Two standard errors of <paramref name="Unclustered"/>.</param>
public sealed record FalsePositives(int Clusters, double Reachable, double Clustered, double Randomised, double Error, double Unclustered, double UnclusteredError);

/// <summary>
/// Simulated null data: 4 to 16 items a cluster, what items of a cluster share makes three tenths of the variance, no difference
/// between the runs.
/// </summary>
public static class CalibrateStatistics
{
    private const double Shared = 0.3;

    public static FalsePositives At(int clusters, int repetitions, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(clusters, 2);
        var (random, die) = (new Random(seed), new Random(~seed));
        int clustered = 0, randomised = 0, unclustered = 0;
        for (var i = 0; i < repetitions; i++)
        {
            var pairs = Null(clusters, random);
            var p = ByCluster(ClusterSum.Of(pairs));
            if (p <= 0.05) clustered++;
            if (p - die.NextDouble() * Step(clusters) <= 0.05) randomised++;
            if (ByItem(pairs) <= 0.05) unclustered++;
        }
        return new FalsePositives(clusters, Reachable(clusters), Per(clustered), Per(randomised), Error(0.05), Per(unclustered), Error((double)unclustered / repetitions));
        double Per(int count) => 100.0 * count / repetitions;
        double Error(double share) => 200 * Math.Sqrt(share * (1 - share) / repetitions);
    }

    /// <summary>What the observed outcome and its mirror image add to p; nothing for the bootstrap.</summary>
    private static double Step(int clusters) => clusters > SignFlip.MostEnumerated ? 0 : 2 / Math.Pow(2, clusters);

    private static double Reachable(int clusters) =>
        clusters > SignFlip.MostEnumerated ? 5 : 200 * Math.Floor(0.05 * Math.Pow(2, clusters) / 2) / Math.Pow(2, clusters);

    /// <summary>Fewer draws than a comparison takes: the rate is an average over the repetitions, and the curve stays affordable.</summary>
    private static double ByCluster(List<ClusterSum> clusters) =>
        clusters.Count < ClusterDifference.FewestForBootstrap ? SignFlip.P(clusters) : ClusterBootstrap.Of(clusters, draws: 1_999).P;

    private static List<PairedScore> Null(int clusters, Random random)
    {
        var pairs = new List<PairedScore>();
        for (var c = 0; c < clusters; c++)
        {
            var shared = Math.Sqrt(Shared) * Normal.Sample(random, 0, 1);
            for (var items = random.Next(4, 17); items > 0; items--)
                pairs.Add(new PairedScore(c.ToString(System.Globalization.CultureInfo.InvariantCulture), 0, shared + Normal.Sample(random, 0, Math.Sqrt(1 - Shared))));
        }
        return pairs;
    }

    private static double ByItem(List<PairedScore> pairs)
    {
        var mean = pairs.Average(pair => pair.After);
        var variance = pairs.Sum(pair => Math.Pow(pair.After - mean, 2)) / (pairs.Count - 1);
        return 2 * StudentT.CDF(0, 1, pairs.Count - 1, -Math.Abs(mean / Math.Sqrt(variance / pairs.Count)));
    }
}
