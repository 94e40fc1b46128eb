namespace InterviewAgent.Insights;

/// <summary>
/// Within-person differences first (<see cref="OwnDifferences"/>), one CUSUM in each direction across the account second (Page 1954).
/// A dip between two different people is no trend: somebody has to have been heard twice.
/// <code>
/// σ 0.45, slack 0.5, called at 4. Two people, each at day 14, 60 and month 5, mean tone 0.5, then −0.4, then −0.4:
/// differences −1.41 and −1.41 deviations at day 60, …
/// </code>
/// </summary>
public static class ReadTrend
{
    /// <summary>Null: nobody has been heard twice.</summary>
    public static Trend? Of(AccountVoice voice, FlagThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(thresholds);
        var differences = OwnDifferences.Of(voice);
        if (differences.Count == 0)
        {
            return null;
        }
        var falling = Follow(differences, -1, thresholds);
        var rising = Follow(differences, 1, thresholds);
        var people = differences.Select(difference => difference.Person).Distinct().ToList();
        var checkIns = differences.Count + people.Count;
        return (falling.IsCalled, rising.IsCalled) switch
        {
            (true, _) => Called(TrendDirection.Falling, falling),
            (_, true) => Called(TrendDirection.Rising, rising),
            _ => new Trend(TrendDirection.Steady, null, people.Count, checkIns, Math.Round(falling.Sum, 2), []),
        };

        Trend Called(TrendDirection direction, Run run)
        {
            var moved = Moved(voice, differences, run.From!.Value, direction == TrendDirection.Falling ? -1 : 1);
            return new Trend(direction, run.From, people.Count, checkIns, Math.Round(run.Sum, 2), moved);
        }
    }

    /// <summary>The sum after each difference: what lies beyond the slack in that direction adds up, and never goes below zero.</summary>
    public static IEnumerable<(DateOnly On, double Sum)> Sums(IEnumerable<OwnDifference> differences, int sign, double slack)
    {
        ArgumentNullException.ThrowIfNull(differences);
        var sum = 0.0;
        foreach (var difference in differences)
        {
            sum = Math.Max(0, sum + (sign * difference.Deviations) - slack);
            yield return (difference.On, sum);
        }
    }

    /// <summary>A call holds until the sum is back at zero: what fell has then come back.</summary>
    private static Run Follow(IReadOnlyList<OwnDifference> differences, int sign, FlagThresholds thresholds)
    {
        var run = new Run(0, null, false);
        foreach (var (on, sum) in Sums(differences, sign, thresholds.TrendSlack))
        {
            run = sum == 0 ? new Run(0, null, false) : new Run(sum, run.From ?? on, run.IsCalled || sum >= thresholds.TrendSum);
        }
        return run;
    }

    private static IReadOnlyList<PersonMove> Moved(AccountVoice voice, IReadOnlyList<OwnDifference> differences, DateOnly from, int sign)
    {
        var heard = OwnDifferences.Spoken(voice).ToLookup(interview => interview.Person);
        return [.. differences.Where(difference => difference.On >= from && sign * difference.Deviations > 0)
            .GroupBy(difference => difference.Person)
            .OrderByDescending(person => person.Sum(difference => sign * difference.Deviations)).ThenBy(person => person.Key, StringComparer.Ordinal)
            .Select(person => Move(person.First(), [.. person.Select(difference => difference.Interview)], [.. heard[person.Key]]))];
    }

    private static PersonMove Move(OwnDifference first, IReadOnlyList<string> interviews, List<HeardInterview> own)
    {
        var at = own.FindIndex(interview => interview.Id == first.Interview);
        return new PersonMove(first.Role, interviews, Mean(own.Take(at)), Mean(own.Skip(at)));
    }

    private static double Mean(IEnumerable<HeardInterview> interviews) =>
        Math.Round(interviews.Average(OwnDifferences.Tone), 2);

    private sealed record Run(double Sum, DateOnly? From, bool IsCalled);
}
