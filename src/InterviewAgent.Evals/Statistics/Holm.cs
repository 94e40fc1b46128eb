namespace InterviewAgent.Evals.Statistics;

/// <summary>Several questions of one pair of runs: the chance of one false "real" among them stays at 5 %.</summary>
public static class Holm
{
    /// <summary>Adjusted p in the order given (Holm, Scandinavian Journal of Statistics 6 (1979) 65-70).</summary>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> p)
    {
        ArgumentNullException.ThrowIfNull(p);
        var adjusted = new double[p.Count];
        var largest = 0.0;
        foreach (var (rank, index) in Enumerable.Range(0, p.Count).OrderBy(index => p[index]).Index())
            adjusted[index] = largest = Math.Max(largest, Math.Min(1, (p.Count - rank) * p[index]));
        return adjusted;
    }
}
