namespace InterviewAgent.Evals.Statistics;

/// <summary>How often something that worked once works every time.</summary>
public static class PassK
{
    /// <summary>
    /// pass^k: the chance that k fresh repeats all pass, estimated without bias from <paramref name="passed"/> of <paramref name="repeats"/>
    /// as C(passed, k) / C(repeats, k) (Yao et al., tau-bench, 2024, section 3).
    /// </summary>
    public static double All(int passed, int repeats, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, repeats);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(passed, repeats);
        return Enumerable.Range(0, k).Aggregate(1.0, (product, i) => product * Math.Max(0, passed - i) / (repeats - i));
    }
}
