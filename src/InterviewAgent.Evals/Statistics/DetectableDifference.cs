using MathNet.Numerics.Distributions;

namespace InterviewAgent.Evals.Statistics;

/// <summary>
/// The smallest true difference that a paired test at 5 % finds in four of five repetitions: (t(0.975) + t(0.8)) standard errors
/// by cluster, n-1 degrees of freedom (Bloom, Evaluation Review 19 (1995) 547-556).
/// </summary>
internal static class DetectableDifference
{
    internal static double? Of(IReadOnlyList<ClusterSum> clusters)
    {
        if (clusters.Count < ClusterDifference.FewestThatCanTell) return null;
        var freedom = clusters.Count - 1.0;
        return (StudentT.InvCDF(0, 1, freedom, 0.975) + StudentT.InvCDF(0, 1, freedom, 0.8)) * StandardError(clusters);
    }

    /// <summary>Of a ratio of sums, linearised: Cochran, Sampling Techniques (1977), formula 6.13.</summary>
    internal static double StandardError(IReadOnlyList<ClusterSum> clusters)
    {
        var items = clusters.Sum(cluster => cluster.Items);
        var mean = clusters.Sum(cluster => cluster.Sum) / items;
        var squares = clusters.Sum(cluster => Math.Pow(cluster.Sum - mean * cluster.Items, 2));
        return Math.Sqrt(clusters.Count / (clusters.Count - 1.0) * squares) / items;
    }
}
