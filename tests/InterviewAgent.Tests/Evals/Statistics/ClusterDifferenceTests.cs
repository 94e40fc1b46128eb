using InterviewAgent.Evals.Statistics;

namespace InterviewAgent.Tests.Evals.Statistics;

public sealed class ClusterDifferenceTests
{
    /// <summary>Darwin's maize, eighths of an inch, crossed less self-fertilised (Fisher, The Design of Experiments, 1935, section 17).</summary>
    private static readonly double[] Maize = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];

    /// <summary>R's data set sleep, second drug less first.</summary>
    private static readonly double[] Sleep = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4];

    [Fact]
    public void Fishers_maize_has_his_p()
    {
        var found = ClusterDifference.Of(Pairs(Maize));
        Assert.Equal(1726.0 / 32768, found.P, 12); // Section 21: 863 of 32,768 arrangements as large, both sides counted.
        Assert.Equal(314 / 15.0, found.Estimate, 12);
    }

    [Fact]
    public void The_interval_holds_exactly_the_differences_that_the_test_does_not_reject()
    {
        var found = ClusterDifference.Of(Pairs(Maize));
        double P(double shift) => ClusterDifference.Of(Pairs([.. Maize.Select(value => value - shift)])).P;
        Assert.True(P(found.Low!.Value - 0.001) <= 0.05 && P(found.Low.Value + 0.001) > 0.05);
        Assert.True(P(found.High!.Value + 0.001) <= 0.05 && P(found.High.Value - 0.001) > 0.05);
    }

    [Fact]
    public void What_is_detectable_follows_from_the_t_quantiles()
    {
        // R: (qt(.975, 9) + qt(.8, 9)) * sd(d) / sqrt(10) = (2.262157 + 0.883404) * 0.388959
        Assert.Equal(1.22350, ClusterDifference.Of(Pairs(Sleep)).Detectable!.Value, 4);
    }

    [Fact]
    public void Many_even_clusters_get_the_interval_of_the_t_test()
    {
        var even = Enumerable.Range(1, 99).Select(i => 2 + MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, i / 100.0)).ToArray();
        var found = ClusterDifference.Of(Pairs(even));
        var spread = Math.Sqrt(even.Sum(value => Math.Pow(value - 2, 2)) / 98 / 99);
        Assert.Equal(2 - 1.984467 * spread, found.Low!.Value, 0.02); // R: qt(.975, 98) = 1.984467
        Assert.Equal(2 + 1.984467 * spread, found.High!.Value, 0.02);
    }

    [Fact]
    public void Items_of_one_cluster_count_as_one_witness()
    {
        var apart = Enumerable.Range(0, 60).Select(i => new PairedScore("c" + i, 0, i % 4 == 0 ? 0 : 1)).ToList();
        var together = apart.Select((pair, i) => pair with { Cluster = "c" + i % 5 }).ToList();
        Assert.True(ClusterDifference.Of(apart).P < 0.001);
        Assert.Equal(2.0 / 32, ClusterDifference.Of(together).P, 12);
    }

    [Fact]
    public void Single_verdicts_are_tested_by_McNemar()
    {
        var pairs = Enumerable.Range(0, 50).Select(i => new PairedScore("c" + i, i < 10 ? 1 : 0, i is >= 10 and < 12 ? 1 : 0)).ToList();
        var found = ClusterDifference.Of(pairs);
        Assert.Equal(0.03857421875, found.P, 12); // R: binom.test(2, 12)$p.value
        Assert.Equal(38, found.Ties);
    }

    [Fact]
    public void A_comparison_of_nothing_is_refused() => Assert.Throws<ArgumentException>(() => ClusterDifference.Of([]));

    private static List<PairedScore> Pairs(double[] differences) => [.. differences.Select((value, i) => new PairedScore("c" + i, 0, value))];
}
