using MathNet.Numerics.Distributions;

namespace InterviewAgent.Evals.Statistics;

/// <summary>
/// Clusters are drawn again with replacement; the interval is bias-corrected and accelerated (Efron, Journal of the American
/// Statistical Association 82 (1987) 171-185, acceleration by the jackknife over clusters) and widened for small samples as
/// Hesterberg, The American Statistician 69 (2015) 371-386, section 5.3, does for percentiles ("expanded"): the normal quantile z
/// is replaced by sqrt(n/(n-1)) times the t quantile.
/// </summary>
internal static class ClusterBootstrap
{
    private const int Draws = 9_999;
    private const int Least = 1_999;

    /// <summary>Thousands of clusters need fewer draws for the same digits, and a report should not wait for them.</summary>
    private const int Work = 20_000_000;

    internal static Inference Of(IReadOnlyList<ClusterSum> clusters) => Of(clusters, Math.Clamp(Work / clusters.Count, Least, Draws));

    internal static Inference Of(IReadOnlyList<ClusterSum> clusters, int draws)
    {
        if (clusters.All(cluster => cluster.Sum == 0)) return new Inference(0, 0, 1, "bootstrap by cluster (BCa)");
        var estimate = clusters.Sum(cluster => cluster.Sum) / clusters.Sum(cluster => cluster.Items);
        var drawn = Draw(clusters, draws);
        var bias = Normal.InvCDF(0, 1, ShareBelow(drawn, estimate));
        var acceleration = Acceleration(clusters);
        var (spread, t) = (Math.Sqrt(clusters.Count / (clusters.Count - 1.0)), clusters.Count - 1.0);
        double Limit(double z) => Quantile(drawn, Normal.CDF(0, 1, bias + (bias + z) / (1 - acceleration * (bias + z))));
        var outer = spread * StudentT.InvCDF(0, 1, t, 0.975);
        return new Inference(Limit(-outer), Limit(outer), P(drawn, bias, acceleration, spread, t), "bootstrap by cluster (BCa)");
    }

    /// <summary>The level at which the interval just touches zero: the same formulas read backwards.</summary>
    private static double P(double[] drawn, double bias, double acceleration, double spread, double freedom)
    {
        var y = Normal.InvCDF(0, 1, ShareBelow(drawn, 0)) - bias;
        var z = y / (1 + acceleration * y) - bias;
        return Math.Min(1, 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(z / spread)));
    }

    private static double[] Draw(IReadOnlyList<ClusterSum> clusters, int draws)
    {
        var random = new Random(Seeds.Bootstrap);
        var drawn = new double[draws];
        for (var i = 0; i < draws; i++)
        {
            double sum = 0;
            var items = 0;
            for (var c = 0; c < clusters.Count; c++)
            {
                var cluster = clusters[random.Next(clusters.Count)];
                (sum, items) = (sum + cluster.Sum, items + cluster.Items);
            }
            drawn[i] = sum / items;
        }
        Array.Sort(drawn);
        return drawn;
    }

    private static double Acceleration(IReadOnlyList<ClusterSum> clusters)
    {
        var (sum, items) = (clusters.Sum(cluster => cluster.Sum), clusters.Sum(cluster => cluster.Items));
        var without = clusters.Select(cluster => (sum - cluster.Sum) / (items - cluster.Items)).ToList();
        var mean = without.Average();
        var squares = without.Sum(value => Math.Pow(mean - value, 2));
        return squares <= 0 ? 0 : without.Sum(value => Math.Pow(mean - value, 3)) / (6 * Math.Pow(squares, 1.5));
    }

    /// <summary>Draws below the value, ties counted half, never 0 or 1.</summary>
    private static double ShareBelow(double[] sorted, double value)
    {
        var below = sorted.Count(draw => draw < value);
        var ties = sorted.Count(draw => draw.Equals(value));
        return Math.Clamp((below + ties / 2.0) / sorted.Length, 0.5 / sorted.Length, 1 - 0.5 / sorted.Length);
    }

    private static double Quantile(double[] sorted, double share) =>
        sorted[Math.Clamp((int)Math.Round(share * (sorted.Length + 1)) - 1, 0, sorted.Length - 1)];
}
