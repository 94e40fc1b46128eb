namespace InterviewAgent.Evals.Scorers;

public static class Correlation
{
    /// <summary>Pearson's r of the pairs; null when there are fewer than two or one side does not vary.</summary>
    public static double? Pearson(IReadOnlyCollection<(double X, double Y)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count < 2) return null;
        var (x, y) = (pairs.Average(pair => pair.X), pairs.Average(pair => pair.Y));
        var xy = pairs.Sum(pair => (pair.X - x) * (pair.Y - y));
        var xx = pairs.Sum(pair => (pair.X - x) * (pair.X - x));
        var yy = pairs.Sum(pair => (pair.Y - y) * (pair.Y - y));
        return xx == 0 || yy == 0 ? null : xy / Math.Sqrt(xx * yy);
    }
}
