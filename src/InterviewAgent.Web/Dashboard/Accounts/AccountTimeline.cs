using InterviewAgent.Accounts;
using InterviewAgent.Insights;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Web.Dashboard.Accounts;

/// <summary>What happened, by day since the signature. Silence is a count of a day, never a person, and of two rights it is not told which was used.</summary>
internal static class AccountTimeline
{
    public static IReadOnlyList<TimelineEvent> Of(
        Account account, IReadOnlyList<Interview> interviews, IReadOnlyList<CheckIn> checkIns,
        IReadOnlyList<(DateTimeOffset OpenedAt, FlagKind Kind)> flags, DateTimeOffset now)
    {
        int Day(DateOnly day) => Say.DaySince(account.ContractSignedOn, day);
        int At(DateTimeOffset time) => Day(DateOnly.FromDateTime(time.UtcDateTime));
        var roles = account.Respondents.ToDictionary(person => person.Id, person => person.Role);
        var open = interviews.Select(interview => interview.CheckInId).ToHashSet();
        var health = account.Health.OrderBy(reading => reading.On).ToList();
        return [.. interviews.Select(interview => new TimelineEvent(
                Day(interview.HeldOn), "held", "held", $"Interview, {Say.Role(roles[interview.RespondentId])}", $"/interviews/{interview.Id}"))
            .Concat(checkIns.Where(checkIn => CheckInFunnel.IsSilent(checkIn, now)).GroupBy(checkIn => Day(checkIn.Due))
                .Select(day => new TimelineEvent(day.Key, "silent", "silent", $"{Say.Count(day.Count(), "invitation", "invitations")} without an answer", null)))
            .Concat(checkIns.Where(checkIn => CheckInFunnel.HasUsedARight(checkIn) && !open.Contains(checkIn.Id)).GroupBy(checkIn => Day(checkIn.Due))
                .Select(day => new TimelineEvent(day.Key, "right", "right", $"{Say.Count(day.Count(), "invitation", "invitations")} declined, or answered for totals only, which is a right", null)))
            // A reading that repeats the one before it is no event.
            .Concat(health.Where((reading, at) => at == 0 || health[at - 1].Status != reading.Status)
                .Select(reading => new TimelineEvent(Day(reading.On), "health", Say.Health(reading.Status), $"Dashboard {Say.Health(reading.Status)}", null)))
            .Concat(flags.Select(flag => new TimelineEvent(At(flag.OpenedAt), "flag", "flag", $"Flag: {Say.Flag(flag.Kind)}", null)))
            .OrderBy(happened => happened.Day)];
    }
}
