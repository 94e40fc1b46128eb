using InterviewAgent.Evals.Runs;
using InterviewAgent.Evals.Scorers;
using InterviewAgent.Evals.Statistics;

namespace InterviewAgent.Tests.Evals.Statistics;

/// <summary>Published worked examples, and figures that R or scikit-learn print.</summary>
public sealed class ReferenceFigureTests
{
    [Theory] // Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_has_the_limits_of_Newcombe(int hits, int of, double low, double high)
    {
        var interval = Wilson.Interval(hits, of);
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Theory] // Ten clusters of five alike: 9 independent items' worth (p q / s.e.^2) less t of 9, 6.757; all hit: ten.
    [InlineData(7, 0.3422, 0.9128)]
    [InlineData(10, 0.7225, 1)]
    public void Wilson_counts_items_that_repeat_each_other_as_few(int hit, double low, double high)
    {
        var interval = Wilson.ByCluster(Enumerable.Range(0, 50).Select(i => ($"c{i / 5}", i / 5 < hit)));
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void Wilson_by_cluster_is_the_plain_one_where_every_item_is_its_own_cluster_and_tells_nothing_of_one_cluster()
    {
        Assert.Equal(Wilson.Interval(15, 148), Wilson.ByCluster(Enumerable.Range(0, 148).Select(i => ($"c{i}", i < 15))));
        Assert.Equal((0, 1), Wilson.ByCluster(Enumerable.Range(0, 20).Select(i => ("c", i < 15))));
        Assert.Equal((0, 1), Wilson.ByCluster([]));
    }

    [Fact]
    public void A_run_without_a_mistake_still_has_an_interval_and_its_labels_are_counted_by_cluster()
    {
        var run = new EvalRun(null!, [.. Enumerable.Range(0, 50).Select(i =>
            new ScoredItem($"i{i}", $"c{i / 5}", "dev", "", ["R1"], ["R1"], new Dictionary<string, double> { ["right"] = 1 }))]);
        var figure = Assert.Single(Figures.Of(run));
        var label = Assert.Single(Figures.ByLabel(run));
        Assert.Equal((1, 0.7225, 1), (figure.Value, Math.Round(figure.Low, 4), figure.High));
        Assert.Equal((0.7225, 0.7225), (Math.Round(label.Precision.Low, 4), Math.Round(label.Recall.Low, 4)));
    }

    [Theory] // R: binom.test(min, n)$p.value
    [InlineData(2, 10, 0.038574219)]
    [InlineData(9, 1, 0.021484375)]
    [InlineData(0, 5, 0.0625)]
    [InlineData(3, 3, 1)]
    [InlineData(0, 0, 1)]
    public void McNemar_is_the_binomial_test(int gained, int lost, double p) => Assert.Equal(p, McNemar.Exact(gained, lost), 9);

    [Fact] // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
    public void Holm_adjusts_as_R_does() => Assert.Equal([0.03, 0.06, 0.06, 0.02], Holm.Adjust([0.01, 0.04, 0.03, 0.005]), new Close(1e-12));

    [Fact]
    public void Kappa_of_a_two_by_two_table() => Assert.Equal(0.4, Agreement.Kappa(Table(20, 5, 10, 15))!.Value, 12);

    [Fact] // R, vcd: Kappa(SexualFun), unweighted 0.1293 with an asymptotic standard error of 0.0686; the jackknife is another estimate of the same.
    public void Kappa_and_its_error_of_the_table_in_vcd()
    {
        int[][] table = [[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]];
        var pairs = table.SelectMany((row, i) => row.SelectMany((count, j) => Enumerable.Repeat((One: $"{i}", Other: $"{j}"), count))).ToList();
        Assert.Equal(0.1293, Agreement.Kappa(pairs)!.Value, 4);
        var (low, high) = KappaInterval.Of([.. pairs.Select((pair, i) => ($"{i}", pair.One, pair.Other))]);
        Assert.InRange((high - low) / 2 / 1.9867, 0.0686 * 0.95, 0.0686 * 1.1); // t(0.975) of 90 degrees of freedom.
    }

    [Fact] // Gwet, "Kappa statistic is not satisfactory" (2002): 118 and 0 agreed, 5 and 2 not, kappa is negative.
    public void Ac1_stays_high_where_kappa_collapses()
    {
        var table = Table(118, 5, 2, 0);
        Assert.Equal(-0.0234, Agreement.Kappa(table)!.Value, 4);
        Assert.Equal(0.9408, Agreement.Ac1(table)!.Value, 4);
    }

    [Fact] // Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section E: 0.743 and 0.815.
    public void Alpha_of_Krippendorffs_four_observers()
    {
        List<IReadOnlyCollection<int>> units =
        [
            [1, 1, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4], [1, 1, 2, 1],
            [2, 2, 2, 2], [5, 5, 5], [1, 1], [3],
        ];
        Assert.Equal(0.743, KrippendorffAlpha.Nominal(units)!.Value, 3);
        Assert.Equal(0.815, KrippendorffAlpha.Ordinal(units)!.Value, 3);
    }

    [Fact] // scikit-learn: f1_score([0,1,2,0,1,2], [0,2,1,0,0,1], average="macro")
    public void Macro_F1_is_scikit_learns() =>
        Assert.Equal(0.2666667, MacroF1.Of([("0", "0"), ("1", "2"), ("2", "1"), ("0", "0"), ("1", "0"), ("2", "1")]), 7);

    [Fact] // R: cor(anscombe$x1, anscombe$y1)
    public void Pearson_of_Anscombes_first() => Assert.Equal(0.8164205, Correlation.Pearson(
    [
        (10, 8.04), (8, 6.95), (13, 7.58), (9, 8.81), (11, 8.33), (14, 9.96), (6, 7.24), (4, 4.26), (12, 10.84), (7, 4.82), (5, 5.68),
    ])!.Value, 7);

    [Theory] // C(passed, k) / C(repeats, k) by hand.
    [InlineData(3, 4, 2, 0.5)]
    [InlineData(8, 8, 4, 1)]
    [InlineData(2, 8, 3, 0)]
    public void Pass_k_counts_the_samples_that_all_pass(int passed, int repeats, int k, double share) => Assert.Equal(share, PassK.All(passed, repeats, k), 12);

    private static List<(string, string)> Table(int bothYes, int yesNo, int noYes, int bothNo) =>
        [.. Enumerable.Repeat(("y", "y"), bothYes), .. Enumerable.Repeat(("y", "n"), yesNo), .. Enumerable.Repeat(("n", "y"), noYes), .. Enumerable.Repeat(("n", "n"), bothNo)];

    private sealed class Close(double by) : IEqualityComparer<double>
    {
        public bool Equals(double one, double other) => Math.Abs(one - other) <= by;
        public int GetHashCode(double value) => 0;
    }
}
