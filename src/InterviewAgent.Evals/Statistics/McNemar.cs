using MathNet.Numerics.Distributions;

namespace InterviewAgent.Evals.Statistics;

/// <summary>Paired yes-or-no verdicts: only the items on which the two runs differ speak.</summary>
public static class McNemar
{
    /// <summary>Two-sided exact p: binomial over the items that changed (McNemar, Psychometrika 12 (1947) 153-157). 1 where none did.</summary>
    public static double Exact(int gained, int lost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gained);
        ArgumentOutOfRangeException.ThrowIfNegative(lost);
        return gained + lost == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, gained + lost, Math.Min(gained, lost)));
    }
}
