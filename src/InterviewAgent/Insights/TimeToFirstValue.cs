namespace InterviewAgent.Insights;

/// <summary>Days from the signature to the first value: as people say it, and as the key actions show it. Null: not yet.</summary>
/// <param name="Outcome">Day of the first interview in which somebody names a measured result (<c>evidence.outcome</c>).</param>
/// <param name="Finding">Id of that finding.</param>
/// <param name="MeaningfulUse">Last day of the first week of meaningful use.</param>
/// <param name="RepeatedUse">Last day of the third week of meaningful use in a row.</param>
public sealed record TimeToFirstValue(int? Outcome, string? Finding, int? MeaningfulUse, int? RepeatedUse)
{
    /// <summary>Fewer key actions in a week are somebody trying it out.</summary>
    private const int FewestActions = 3;

    /// <summary>So many weeks in a row make a habit and not a visit; a week without figures neither counts nor breaks.</summary>
    private const int WeeksInARow = 3;

    /// <summary>A week is meaningful with at least three key actions and one for every two people who were active in it.</summary>
    public static TimeToFirstValue Of(AccountVoice voice)
    {
        ArgumentNullException.ThrowIfNull(voice);
        var (interview, finding) = voice.Interviews
            .SelectMany(interview => interview.Findings.Where(finding => finding.Code == "evidence.outcome").Select(finding => (interview, finding)))
            .OrderBy(word => word.interview.HeldOn).ThenBy(word => word.finding.Id, StringComparer.Ordinal).FirstOrDefault();
        var weeks = voice.Usage.OrderBy(week => week.Week).ToList();
        return new TimeToFirstValue(
            interview is null ? null : interview.HeldOn.DayNumber - voice.ContractSignedOn.DayNumber, finding?.Id,
            Day(weeks.Where(IsMeaningful).Select(week => week.Week)), Day(InARow(weeks)));
    }

    private static bool IsMeaningful(HeardWeek week) => week.KeyActions >= FewestActions && week.KeyActions * 2 >= week.ActiveUsers;

    private static IEnumerable<int> InARow(List<HeardWeek> weeks)
    {
        var row = 0;
        foreach (var week in weeks)
        {
            row = IsMeaningful(week) ? row + 1 : 0;
            if (row >= WeeksInARow)
            {
                yield return week.Week;
            }
        }
    }

    private static int? Day(IEnumerable<int> weeks) => weeks.Select(week => (int?)(7 * week)).FirstOrDefault();
}
