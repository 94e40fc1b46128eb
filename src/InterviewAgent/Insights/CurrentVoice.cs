namespace InterviewAgent.Insights;

/// <summary>Which interviews say how things stand now: the later half, never fewer than two, and all of the last two months.</summary>
internal static class CurrentVoice
{
    private const int RecentDays = 60;

    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<HeardInterview> InOrder(AccountVoice voice) =>
        [.. voice.Interviews.OrderBy(interview => interview.HeldOn).ThenBy(interview => interview.Id, StringComparer.Ordinal)];

    /// <summary>
    /// A first month is painful everywhere; what is said in the later half of the interviews has had time to be mended. Interviews
    /// of the same day as the oldest of them count too, so that the order of a day's interviews decides nothing.
    /// </summary>
    public static IReadOnlyList<HeardInterview> Of(AccountVoice voice)
    {
        var all = InOrder(voice);
        if (all.Count <= 2)
        {
            return all;
        }
        var from = all[all.Count - ((all.Count + 1) / 2)].HeldOn;
        var recent = all[^1].HeldOn.AddDays(-RecentDays);
        return [.. all.Where(interview => interview.HeldOn >= from || interview.HeldOn >= recent)];
    }
}
