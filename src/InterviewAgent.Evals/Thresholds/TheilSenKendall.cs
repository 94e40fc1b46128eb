using InterviewAgent.Insights;

namespace InterviewAgent.Evals.Thresholds;

/// <summary>
/// The key-action rule of before, kept to be measured beside: Theil and Sen's slope (Sen 1968) of log(1 + key actions) over ten weeks
/// falls by a quarter at least, log-ins keep nine tenths, and Kendall's S (Mann 1945) says that it is no noise.
/// </summary>
internal static class TheilSenKendall
{
    private const int Weeks = 10, Fewest = 8;
    private const double Fall = 0.75, Steady = 0.9;

    public static bool Falls(IReadOnlyList<HeardWeek> usage, double criticalZ)
    {
        var weeks = usage.TakeLast(Weeks).ToList();
        var actions = weeks.ConvertAll(week => Math.Log(1 + week.KeyActions));
        return weeks.Count >= Fewest && Change(actions) <= Fall && Change(weeks.ConvertAll(week => Math.Log(1 + week.Logins))) >= Steady && Z(actions) <= -criticalZ;
    }

    private static double Change(List<double> values)
    {
        double[] slopes = [.. Pairs(values.Count).Select(pair => (values[pair.Later] - values[pair.Earlier]) / (pair.Later - pair.Earlier)).Order()];
        return Math.Exp((slopes[(slopes.Length - 1) / 2] + slopes[slopes.Length / 2]) / 2 * (values.Count - 1));
    }

    private static double Z(List<double> values)
    {
        var s = Pairs(values.Count).Sum(pair => Math.Sign(values[pair.Later] - values[pair.Earlier]));
        double n = values.Count;
        return (s - Math.Sign(s)) / Math.Sqrt(n * (n - 1) * ((2 * n) + 5) / 18);
    }

    private static IEnumerable<(int Earlier, int Later)> Pairs(int count) =>
        Enumerable.Range(0, count).SelectMany(earlier => Enumerable.Range(earlier + 1, count - earlier - 1).Select(later => (earlier, later)));
}
