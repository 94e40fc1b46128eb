using InterviewAgent.Accounts;
using InterviewAgent.Web.Dashboard.Portfolio;

namespace InterviewAgent.Web.Dashboard.Accounts;

/// <summary>Invitations counted by checkpoint: counts only, so that nobody's silence or refusal stands beside their name.</summary>
internal static class CheckInFunnel
{
    public static IReadOnlyList<Funnel> Of(IReadOnlyList<CheckIn> checkIns, DateTimeOffset now) =>
        [.. checkIns.GroupBy(checkIn => checkIn.Checkpoint).OrderBy(group => group.Key).Select(group => new Funnel(
            group.Key, group.Min(checkIn => checkIn.Due), group.Count(),
            group.Count(checkIn => checkIn.InvitedAt is not null || checkIn.CompletedAt is not null),
            group.Count(checkIn => checkIn.OpenedAt is not null || checkIn.CompletedAt is not null),
            group.Count(checkIn => checkIn.ConsentedAt is not null || checkIn.FirstAnswerAt is not null || checkIn.CompletedAt is not null),
            group.Count(checkIn => checkIn.FirstAnswerAt is not null || checkIn.CompletedAt is not null),
            group.Count(checkIn => checkIn.BrokeOffAt is not null),
            group.Count(checkIn => checkIn.CompletedAt is not null),
            group.Count(checkIn => checkIn.DeclinedAt is not null),
            group.Count(checkIn => IsSilent(checkIn, now))))];

    public static bool IsSilent(CheckIn checkIn, DateTimeOffset now) =>
        checkIn.InvitedAt < now.AddDays(-LoadPortfolio.QuietAfterDays)
        && checkIn is { FirstAnswerAt: null, CompletedAt: null, DeclinedAt: null };
}
