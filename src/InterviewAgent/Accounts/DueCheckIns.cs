using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Accounts;

/// <summary>A check-in that wants an answer now.</summary>
/// <param name="Stage">"due", "invited", "opened", "consented" or "started".</param>
public sealed record DueCheckIn(
    Guid CheckIn, string Account, string AccountName, string Respondent, string? Name, Role Role, Checkpoint Checkpoint,
    DateOnly Due, string Stage);

/// <summary>Who is to be asked today: due, not finished in any way, and not overdue for so long that asking is over.</summary>
public sealed class DueCheckIns(InterviewAgentDb db, IOptions<CheckInOptions> options, TimeProvider clock)
{
    /// <summary>Longest due first.</summary>
    public async Task<IReadOnlyList<DueCheckIn>> Find(CancellationToken cancellation = default)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var earliest = today.AddDays(-options.Value.DaysOpen);
        var rows = await (
            from checkIn in db.CheckIns.AsNoTracking()
            where checkIn.Due <= today && checkIn.Due >= earliest
                && checkIn.CompletedAt == null && checkIn.DeclinedAt == null && checkIn.BrokeOffAt == null
            join person in db.Respondents on checkIn.RespondentId equals person.Id
            join account in db.Accounts on checkIn.AccountId equals account.Id
            where person.NoContactFrom == null && !db.Tombstones.Any(stone => stone.RespondentId == person.Id && stone.InterviewId == null)
            orderby checkIn.Due, account.Name, person.ExternalId
            select new { checkIn, person, account.ExternalId, account.Name }).ToListAsync(cancellation);
        return [.. rows.Select(row => new DueCheckIn(
            row.checkIn.Id, row.ExternalId, row.Name, row.person.ExternalId, row.person.Name, row.person.Role,
            row.checkIn.Checkpoint, row.checkIn.Due, Stage(row.checkIn)))];
    }

    private static string Stage(CheckIn checkIn) => checkIn switch
    {
        { FirstAnswerAt: not null } => "started",
        { ConsentedAt: not null } => "consented",
        { OpenedAt: not null } => "opened",
        { InvitedAt: not null } => "invited",
        _ => "due",
    };
}
