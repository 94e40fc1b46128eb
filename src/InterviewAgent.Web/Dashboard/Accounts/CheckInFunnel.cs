using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Web.Dashboard.Portfolio;

namespace InterviewAgent.Web.Dashboard.Accounts;

/// <summary>
/// Invitations counted by checkpoint: counts only, so that nobody's silence stands beside their name. Who declined, who answered for totals only and who has
/// some days left are one number: in a small account, each by itself would tell who used which right.
/// </summary>
internal static class CheckInFunnel
{
    /// <param name="heard">Interviews of the account that may be read.</param>
    public static IReadOnlyList<Funnel> Of(IReadOnlyList<CheckIn> checkIns, IReadOnlyList<Interview> heard, DateTimeOffset now)
    {
        var open = heard.Select(interview => interview.CheckInId).ToHashSet();
        return [.. checkIns.GroupBy(checkIn => checkIn.Checkpoint).OrderBy(group => group.Key).Select(group =>
        {
            var silent = group.Where(checkIn => IsSilent(checkIn, now)).ToList();
            var (invited, answered) = (group.Count(checkIn => WasAsked(checkIn) || open.Contains(checkIn.Id)), group.Count(checkIn => open.Contains(checkIn.Id)));
            return new Funnel(
                group.Key, group.Min(checkIn => checkIn.Due), group.Count(), invited, answered, silent.Count, silent.Count(checkIn => checkIn.OpenedAt is not null),
                invited - answered - silent.Count);
        })];
    }

    public static bool IsSilent(CheckIn checkIn, DateTimeOffset now) =>
        checkIn.InvitedAt < now.AddDays(-LoadPortfolio.QuietAfterDays)
        && checkIn is { FirstAnswerAt: null, CompletedAt: null, DeclinedAt: null };

    /// <summary>An imported funnel may hold the last step alone.</summary>
    public static bool WasAsked(CheckIn checkIn) => checkIn.InvitedAt is not null || HasUsedARight(checkIn);

    /// <summary>Declined, or answered: of those that are not heard, nobody is told which.</summary>
    public static bool HasUsedARight(CheckIn checkIn) => checkIn.DeclinedAt is not null || checkIn.CompletedAt is not null;
}
