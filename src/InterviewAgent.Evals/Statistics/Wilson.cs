using MathNet.Numerics.Distributions;

namespace InterviewAgent.Evals.Statistics;

/// <summary>The interval of a share of independent items.</summary>
public static class Wilson
{
    /// <summary>95 % score interval without continuity correction (Wilson, Journal of the American Statistical Association 22 (1927) 209-212).</summary>
    public static (double Low, double High) Interval(int hits, int of, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, of);
        if (of == 0) return (0, 1);
        var z = Normal.InvCDF(0, 1, (1 + level) / 2);
        var (share, square) = ((double)hits / of, z * z / of);
        var middle = (share + square / 2) / (1 + square);
        var half = z / (1 + square) * Math.Sqrt(share * (1 - share) / of + square / (4 * of));
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
