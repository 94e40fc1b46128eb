namespace InterviewAgent.Insights;

/// <summary>
/// Key actions that fall while people go on logging in. Each week's key actions are taken for each log-in, log((1 + key actions) /
/// (1 + log-ins)), since a holiday empties both. A week is measured against the weeks before it (their median, and their median
/// deviation times 1.4826, which a peak or an outage cannot move), and what it lies below adds to a one-sided CUSUM (Page 1954,
/// self-starting as in Hawkins 1987), which hears a sudden drop in two weeks and a slow one in four or five.
/// <code>log-ins 100 a week; key actions 200 for 8 weeks, then 110: called in the second week of it, since the first</code>
/// </summary>
public static class FallingKeyActions
{
    /// <summary>The first weeks are the roll-out's: actions for each log-in are still finding their level.</summary>
    private const int RollOut = 3;

    /// <summary>Weeks that a week is measured against, at least.</summary>
    private const int Fewest = 4;

    /// <summary>Weeks are never taken to be steadier than 10 %.</summary>
    private const double LeastDeviation = 0.1;

    /// <summary>One week counts three deviations at most: an outage is no trend.</summary>
    private const double Most = 3;

    /// <summary>"Now" is the median of the last three weeks.</summary>
    private const int Now = 3;

    /// <summary>Null: they do not fall, or too few weeks are known.</summary>
    public static Evidence? Of(AccountVoice voice, FlagThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(voice);
        ArgumentNullException.ThrowIfNull(thresholds);
        var weeks = voice.Usage.Where(week => week.Week > RollOut).OrderBy(week => week.Week).ToList();
        var each = weeks.ConvertAll(week => Log(week.KeyActions) - Log(week.Logins));
        if (FallsFrom(each, thresholds) is not { } from)
        {
            return null;
        }
        var logins = weeks.ConvertAll(week => Log(week.Logins));
        return Left(each, from) <= thresholds.ActionsLeft && Left(logins, from) >= thresholds.LoginsLeft
            ? new Evidence(EvidenceKind.FallingKeyActions, [], 0, false, voice.ContractSignedOn.AddDays(7 * weeks[^1].Week))
            : null;
    }

    /// <summary>Index of the week at which a fall that is called now began; null: none is called.</summary>
    private static int? FallsFrom(List<double> each, FlagThresholds thresholds)
    {
        var before = new List<double>();
        var (sum, from) = (0.0, 0);
        for (var i = 0; i < each.Count; i++)
        {
            if (before.Count >= Fewest)
            {
                var next = Math.Max(0, sum + Math.Clamp(Deviations(each[i], before), -Most, Most) - thresholds.ActionsSlack);
                from = sum == 0 ? i : from;
                sum = next;
            }
            // A fall that is on its way is no part of what weeks are measured against.
            if (sum < thresholds.ActionsSum / 2)
            {
                before.Add(each[i]);
            }
        }
        return sum >= thresholds.ActionsSum ? from : null;
    }

    /// <summary>How far a week lies below the weeks before it.</summary>
    private static double Deviations(double value, List<double> before)
    {
        var middle = Median.Of(before);
        var deviation = Math.Max(LeastDeviation, 1.4826 * Median.Of(before.Select(week => Math.Abs(week - middle))));
        return (middle - value) / (deviation * Math.Sqrt(1 + (1.0 / before.Count)));
    }

    /// <summary>The last weeks' median as a share of the median before the fall.</summary>
    private static double Left(List<double> logs, int from) => Math.Exp(Median.Of(logs.TakeLast(Now)) - Median.Of(logs.Take(from)));

    private static double Log(int count) => Math.Log(1 + Math.Max(0, count));
}
