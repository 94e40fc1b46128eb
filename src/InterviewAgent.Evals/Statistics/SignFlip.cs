namespace InterviewAgent.Evals.Statistics;

/// <summary>
/// The sign-flip permutation of paired differences by cluster: if the two runs do not differ, each cluster's sum is as likely with
/// the other sign. Source of the test: Fisher, The Design of Experiments (1935), section 21; of its interval by inversion (the ordered
/// means of all subsets, "typical values"): Hartigan, Journal of the American Statistical Association 64 (1969) 1303-1317.
/// </summary>
internal static class SignFlip
{
    /// <summary>Up to here all 2^n sign vectors are looked at; above, a seeded sample of them.</summary>
    internal const int MostEnumerated = 20;
    private const int Sampled = 19_999;
    private const double Level = 0.05;

    internal static Inference Of(IReadOnlyList<ClusterSum> clusters)
    {
        var means = Subsets(clusters);
        Array.Sort(means);
        var vectors = means.Length + 1.0; // The identity is one of them.
        var allowed = (int)Math.Floor(Level * vectors / 2);
        return new Inference(
            allowed == 0 ? double.NegativeInfinity : means[allowed - 1],
            allowed == 0 ? double.PositiveInfinity : means[^allowed],
            TwoSided(clusters, means, vectors),
            clusters.Count <= MostEnumerated ? "exact sign-flip" : "sign-flip of 19,999 samples");
    }

    /// <summary>The test without its interval.</summary>
    internal static double P(IReadOnlyList<ClusterSum> clusters)
    {
        var means = Subsets(clusters);
        return TwoSided(clusters, means, means.Length + 1.0);
    }

    private static double[] Subsets(IReadOnlyList<ClusterSum> clusters) =>
        clusters.Count <= MostEnumerated ? AllSubsets(clusters) : RandomSubsets(clusters);

    /// <summary>
    /// Flipping a subset gives a total at least as far from zero exactly where the subset's own sum has the other sign or is zero,
    /// and each such vector has a mirror image.
    /// </summary>
    private static double TwoSided(IReadOnlyList<ClusterSum> clusters, double[] means, double vectors)
    {
        var total = clusters.Sum(cluster => cluster.Sum);
        var rounding = 1e-12 * (1 + clusters.Sum(cluster => Math.Abs(cluster.Sum)));
        if (Math.Abs(total) <= rounding) return 1;
        var side = Math.Sign(total);
        return Math.Min(1, 2 * (1 + means.Count(mean => side * mean <= rounding)) / vectors);
    }

    private static double[] AllSubsets(IReadOnlyList<ClusterSum> clusters)
    {
        var subsets = 1 << clusters.Count;
        var sums = new double[subsets];
        var items = new int[subsets];
        var means = new double[subsets - 1];
        for (var subset = 1; subset < subsets; subset++)
        {
            var added = clusters[System.Numerics.BitOperations.TrailingZeroCount(subset)];
            var rest = subset & (subset - 1);
            (sums[subset], items[subset]) = (sums[rest] + added.Sum, items[rest] + added.Items);
            means[subset - 1] = sums[subset] / items[subset];
        }
        return means;
    }

    private static double[] RandomSubsets(IReadOnlyList<ClusterSum> clusters)
    {
        var random = new Random(Seeds.Permutation);
        var means = new double[Sampled];
        for (var i = 0; i < Sampled; i++)
        {
            double sum = 0;
            var items = 0;
            var bits = random.NextInt64(1, 1L << clusters.Count);
            for (var c = 0; c < clusters.Count; c++)
                if ((bits >> c & 1) == 1) (sum, items) = (sum + clusters[c].Sum, items + clusters[c].Items);
            means[i] = sum / items;
        }
        return means;
    }
}

/// <summary>Fixed, so that the same two runs always get the same words.</summary>
internal static class Seeds
{
    internal const int Permutation = 1935;
    internal const int Bootstrap = 1987;
}
