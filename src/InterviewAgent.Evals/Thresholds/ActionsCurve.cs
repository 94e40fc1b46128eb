using InterviewAgent.Insights;

namespace InterviewAgent.Evals.Thresholds;

/// <summary>The key-action rule's false alarms and finds on 12 to 22 weeks, beside the rule of before and the naive one.</summary>
public static class ActionsCurve
{
    private static readonly double[] Sums = [4, 5, 6, 7, 8, 9], Critical = [1.64, 1.96, 2.33, 2.8], Naive = [0.3, 0.5, 0.7, 0.75, 0.8];

    /// <summary>No rule can say anything before: a level has to be known first.</summary>
    private const int FirstWeek = 8;

    private static readonly DateOnly Signed = new(2026, 1, 5);

    public static IReadOnlyList<RulePoint> Of(int series, int seed)
    {
        var random = new Random(seed);
        var drawn = Enum.GetValues<ActionsCourse>().ToDictionary(course => course, course => Enumerable.Range(0, course == ActionsCourse.Steady ? 3 * series : series).Select(_ =>
        {
            var weeks = random.Next(12, 23);
            var from = random.Next(FirstWeek, Math.Max(FirstWeek, weeks - 4) + 1);
            return (From: from, Weeks: SimulateUsage.Of(course, weeks, from, random));
        }).ToList());
        var steady = drawn[ActionsCourse.Steady];
        var days = 7 * steady.Average(one => one.Weeks.Count - FirstWeek + 1);
        return
        [
            .. Sums.Select(sum => Point("for each log-in, CUSUM", sum, weeks => FallingKeyActions.Of(Voice(weeks), FlagThresholds.Default with { ActionsSum = sum }) is not null,
                sum.Equals(FlagThresholds.Default.ActionsSum))),
            .. Critical.Select(z => Point("Theil-Sen and Kendall (before)", z, weeks => TheilSenKendall.Falls(weeks, z), false)),
            .. Naive.Select(below => Point("last against mean", below, weeks => weeks[^1].KeyActions <= (1 - below) * weeks.SkipLast(1).Average(week => week.KeyActions), false)),
        ];

        RulePoint Point(string rule, double threshold, Func<IReadOnlyList<HeardWeek>, bool> falls, bool isDefault) => RulePoint.Of(
            rule, threshold, steady.Count(one => Called(one.Weeks, FirstWeek, falls) is not null), steady.Count, days,
            drawn.Where(course => course.Key != ActionsCourse.Steady).ToDictionary(course => Name(course.Key), course => Detection.Of([.. course.Value
                .Select(one => Called(one.Weeks, one.From, falls) is { } week ? (double?)(week - one.From) : null)])), isDefault);
    }

    private static int? Called(IReadOnlyList<HeardWeek> weeks, int from, Func<IReadOnlyList<HeardWeek>, bool> falls)
    {
        for (var week = from; week <= weeks.Count; week++)
        {
            if (falls([.. weeks.Take(week)])) return week;
        }
        return null;
    }

    private static AccountVoice Voice(IReadOnlyList<HeardWeek> weeks) => new("a", Signed, [], weeks, [], []);

    private static string Name(ActionsCourse course) => course switch
    {
        ActionsCourse.SlowFall => "slow",
        ActionsCourse.SuddenFall => "sudden",
        _ => "log-ins too",
    };
}
