using InterviewAgent.Insights;

namespace InterviewAgent.Evals.Thresholds;

/// <summary>The trend's false alarms and finds, beside the naive rule: the last check-in's mean against the mean of all before.</summary>
public static class TrendCurve
{
    private static readonly double[] Drops = [0.5, 1, 1.5], Slacks = [0.25, 0.5, 0.75], Naive = [0.5, 0.9, 1.3, 1.6, 1.9];
    private static readonly double[] Sums = [2, 3, 3.5, 4, 4.5, 5, 6, 7];

    public static IReadOnlyList<RulePoint> Of(int accounts, int seed)
    {
        var random = new Random(seed);
        var steady = Enumerable.Range(0, 3 * accounts).Select(_ => SimulateTones.Of(0, random)).ToList();
        var falling = Drops.ToDictionary(drop => drop, drop => Enumerable.Range(0, accounts).Select(_ => SimulateTones.Of(drop, random)).ToList());
        var days = steady.Average(account => account.Days);
        var points = new List<RulePoint>();
        foreach (var slack in Slacks)
        {
            points.AddRange(Sums.Select(sum => Point(
                FormattableString.Invariant($"within person, CUSUM, slack {slack}"), sum, voice => OfSums(voice, slack, sum),
                slack.Equals(FlagThresholds.Default.TrendSlack) && sum.Equals(FlagThresholds.Default.TrendSum))));
        }
        points.AddRange(Naive.Select(below => Point("last against mean", below, voice => LastAgainstMean(voice, below), false)));
        return points;

        RulePoint Point(string rule, double threshold, Func<AccountVoice, int?> called, bool isDefault) => RulePoint.Of(
            rule, threshold, steady.Count(account => called(account.Voice) is not null), steady.Count, days,
            falling.ToDictionary(one => FormattableString.Invariant($"drop {one.Key}"), one => Detection.Of([.. one.Value
                .Select(account => called(account.Voice) is { } day && day >= account.Drop ? (double?)(day - account.Drop) : null)])), isDefault);
    }

    private static int? OfSums(AccountVoice voice, double slack, double sum)
    {
        foreach (var (on, now) in ReadTrend.Sums(OwnDifferences.Of(voice), -1, slack))
        {
            if (now >= sum) return on.DayNumber - voice.ContractSignedOn.DayNumber;
        }
        return null;
    }

    private static int? LastAgainstMean(AccountVoice voice, double below)
    {
        var heard = OwnDifferences.Spoken(voice).ToList();
        for (var i = 1; i < heard.Count; i++)
        {
            var known = heard.Take(i + 1).ToLookup(interview => interview.Checkpoint == heard[i].Checkpoint, OwnDifferences.Tone);
            if (known[false].Any() && known[true].Average() <= known[false].Average() - below)
            {
                return heard[i].HeldOn.DayNumber - voice.ContractSignedOn.DayNumber;
            }
        }
        return null;
    }
}
