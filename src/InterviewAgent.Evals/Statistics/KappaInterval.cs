using MathNet.Numerics.Distributions;

namespace InterviewAgent.Evals.Statistics;

/// <summary>
/// Cohen's kappa, 95 %, by cluster: the delete-one jackknife (Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 11) with
/// Student's t of the clusters less one, since items of one account or transcript are no independent witnesses.
/// </summary>
internal static class KappaInterval
{
    /// <summary>-1 to 1 where nothing can be said.</summary>
    internal static (double Low, double High) Of(IReadOnlyCollection<(string Group, string One, string Other)> pairs)
    {
        if (Agreement.Kappa([.. pairs.Select(pair => (pair.One, pair.Other))]) is not { } kappa) return (-1, 1);
        var clusters = pairs.ToLookup(pair => pair.Group, StringComparer.Ordinal);
        List<double> without = [];
        foreach (var cluster in clusters)
            if (Agreement.Kappa([.. pairs.Where(pair => pair.Group != cluster.Key).Select(pair => (pair.One, pair.Other))]) is { } left) without.Add(left);
        if (without.Count < 2) return (-1, 1);
        var half = StandardError(without) * StudentT.InvCDF(0, 1, without.Count - 1, 0.975);
        return (Math.Max(-1, kappa - half), Math.Min(1, kappa + half));
    }

    internal static double StandardError(List<double> without)
    {
        var mean = without.Average();
        return Math.Sqrt((without.Count - 1.0) / without.Count * without.Sum(left => Math.Pow(left - mean, 2)));
    }
}
