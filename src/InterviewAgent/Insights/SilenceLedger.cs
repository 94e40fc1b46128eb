namespace InterviewAgent.Insights;

/// <summary>
/// How far the invitations of an account got. Responders renew far more often than non-responders whatever they say, so silence is
/// read for itself; declining is a right and stands apart.
/// </summary>
/// <param name="Silent">People whose latest invitation is neither completed nor declined.</param>
public sealed record SilenceLedger(int Invited, int Opened, int Completed, int Declined, int Silent)
{
    public static SilenceLedger Of(AccountVoice voice)
    {
        ArgumentNullException.ThrowIfNull(voice);
        var invited = voice.CheckIns.Where(checkIn => checkIn.Invited).ToList();
        var latest = invited.GroupBy(checkIn => checkIn.Person).Select(person => person.MaxBy(checkIn => checkIn.Due));
        return new SilenceLedger(
            invited.Count, invited.Count(checkIn => checkIn.Opened), invited.Count(checkIn => checkIn.Completed),
            invited.Count(checkIn => checkIn.Declined), latest.Count(checkIn => checkIn is { Completed: false, Declined: false }));
    }

    /// <summary>
    /// A person's last answers against their own before: the ratio of the median words per answer; null with fewer than two
    /// interviews. 0.5 means answers half as long as they were.
    /// </summary>
    /// <param name="wordsPerAnswer">One list an interview, oldest first.</param>
    public static double? AgainstOwnBaseline(IReadOnlyList<IReadOnlyList<int>> wordsPerAnswer)
    {
        ArgumentNullException.ThrowIfNull(wordsPerAnswer);
        var spoken = wordsPerAnswer.Where(interview => interview.Count > 0).ToList();
        if (spoken.Count < 2)
        {
            return null;
        }
        var before = Median([.. spoken.SkipLast(1).SelectMany(interview => interview)]);
        return before == 0 ? null : Median(spoken[^1]) / before;
    }

    private static double Median(IReadOnlyList<int> values)
    {
        int[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0;
    }
}
