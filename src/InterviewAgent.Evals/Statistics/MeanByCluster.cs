using MathNet.Numerics.Distributions;

namespace InterviewAgent.Evals.Statistics;

/// <summary>The mean of one run's scores.</summary>
internal static class MeanByCluster
{
    /// <summary>Half of the 95 % interval: t of n-1 clusters times the linearised standard error; infinite with one cluster.</summary>
    internal static double HalfWidth(IEnumerable<(string Cluster, double Score)> scores)
    {
        var clusters = ClusterSum.Of(scores.Select(score => new PairedScore(score.Cluster, 0, score.Score)));
        return clusters.Count < 2
            ? double.PositiveInfinity
            : StudentT.InvCDF(0, 1, clusters.Count - 1, 0.975) * DetectableDifference.StandardError(clusters);
    }
}
