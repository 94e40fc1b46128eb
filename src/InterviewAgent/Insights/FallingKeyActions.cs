namespace InterviewAgent.Insights;

/// <summary>
/// Key actions that fall while people go on logging in. The slope is Theil–Sen's (the median of all pairwise slopes, Sen 1968) of
/// log(1 + key actions) over the last weeks, so that a holiday, a monthly peak or an outage does not decide; that it is a fall and
/// not noise is asked of Kendall's S (Mann 1945) with its normal approximation.
/// </summary>
internal static class FallingKeyActions
{
    private const int Weeks = 10;
    private const int Fewest = 8;

    /// <summary>A fall of a quarter over the window, at one-sided 2.5 %.</summary>
    private const double Fall = 0.75;
    private const double CriticalZ = 1.96;

    /// <summary>Log-ins are steady while they keep nine tenths.</summary>
    private const double Steady = 0.9;

    public static Evidence? Of(AccountVoice voice)
    {
        var weeks = voice.Usage.OrderBy(week => week.Week).TakeLast(Weeks).ToList();
        if (weeks.Count < Fewest)
        {
            return null;
        }
        var actions = weeks.ConvertAll(week => (X: (double)week.Week, Y: Math.Log(1 + Math.Max(0, week.KeyActions))));
        var logins = weeks.ConvertAll(week => (X: (double)week.Week, Y: Math.Log(1 + Math.Max(0, week.Logins))));
        var span = weeks[^1].Week - weeks[0].Week;
        return Change(actions, span) <= Fall && Change(logins, span) >= Steady && KendallZ(actions) <= -CriticalZ
            ? new Evidence(EvidenceKind.FallingKeyActions, [], 0, false, voice.ContractSignedOn.AddDays(7 * weeks[^1].Week))
            : null;
    }

    /// <summary>What is left at the end of the window of what was there at its beginning; 1 is unchanged.</summary>
    internal static double Change(IReadOnlyList<(double X, double Y)> points, double span)
    {
        var slopes = new List<double>();
        for (var i = 0; i < points.Count; i++)
        {
            for (var j = i + 1; j < points.Count; j++)
            {
                slopes.Add((points[j].Y - points[i].Y) / (points[j].X - points[i].X));
            }
        }
        slopes.Sort();
        var middle = slopes.Count / 2;
        var median = slopes.Count % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
        return Math.Exp(median * span);
    }

    private static double KendallZ(List<(double X, double Y)> points)
    {
        var s = 0;
        for (var i = 0; i < points.Count; i++)
        {
            for (var j = i + 1; j < points.Count; j++)
            {
                s += Math.Sign(points[j].Y - points[i].Y);
            }
        }
        double n = points.Count;
        return (s - Math.Sign(s)) / Math.Sqrt(n * (n - 1) * ((2 * n) + 5) / 18);
    }
}
