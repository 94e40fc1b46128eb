using MathNet.Numerics.Distributions;

namespace InterviewAgent.Evals.Statistics;

/// <summary>The interval of a share.</summary>
public static class Wilson
{
    /// <summary>
    /// Of independent items: 95 % score interval without continuity correction (Wilson, Journal of the American Statistical Association
    /// 22 (1927) 209-212).
    /// </summary>
    public static (double Low, double High) Interval(int hits, int of, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, of);
        return of == 0 ? (0, 1) : Of((double)hits / of, of, level);
    }

    /// <summary>
    /// Of items that cluster: that of so many independent ones as would tell as much, by the design effect of the linearised standard error and by t
    /// of n-1 clusters (Korn and Graubard, Survey Methodology 24 (1998) 193-201; with this interval: Dean and Pagano, Journal of Survey Statistics and
    /// Methodology 3 (2015) 484-503). Where all items agree nothing says how alike those of a cluster are: each cluster counts as one.
    /// </summary>
    internal static (double Low, double High) ByCluster(IEnumerable<(string Cluster, bool Hit)> verdicts)
    {
        var clusters = ClusterSum.Of(verdicts.Select(item => new PairedScore(item.Cluster, 0, item.Hit ? 1 : 0)));
        var items = clusters.Sum(cluster => cluster.Items);
        if (items == 0 || clusters.Count == 1 && items > 1) return (0, 1);
        var share = clusters.Sum(cluster => cluster.Sum) / items;
        return Of(share, clusters.Count == items ? items : Effective(clusters, items, share), 0.95);
    }

    private static double Effective(List<ClusterSum> clusters, int items, double share)
    {
        if (share is 0 or 1) return clusters.Count;
        var (error, z) = (DetectableDifference.StandardError(clusters), Normal.InvCDF(0, 1, 0.975));
        var alone = error > 0 ? Math.Min(items, share * (1 - share) / (error * error)) : items;
        return Math.Max(1, alone * Math.Pow(z / StudentT.InvCDF(0, 1, clusters.Count - 1, 0.975), 2));
    }

    private static (double Low, double High) Of(double share, double of, double level)
    {
        var z = Normal.InvCDF(0, 1, (1 + level) / 2);
        var square = z * z / of;
        var middle = (share + square / 2) / (1 + square);
        var half = z / (1 + square) * Math.Sqrt(share * (1 - share) / of + square / (4 * of));
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
