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
        var rows = await (
            from checkIn in Open()
            join person in db.Respondents on checkIn.RespondentId equals person.Id
            join account in db.Accounts on checkIn.AccountId equals account.Id
            orderby checkIn.Due, account.Name, person.ExternalId
            select new { checkIn, person, account.ExternalId, account.Name }).ToListAsync(cancellation);
        return [.. rows.Select(row => new DueCheckIn(
            row.checkIn.Id, row.ExternalId, row.Name, row.person.ExternalId, row.person.Name, row.person.Role,
            row.checkIn.Checkpoint, row.checkIn.Due, Stage(row.checkIn)))];
    }

    /// <summary>Whether this one is among them.</summary>
    public Task<bool> Has(Guid checkInId, CancellationToken cancellation = default) =>
        Open().AnyAsync(checkIn => checkIn.Id == checkInId, cancellation);

    /// <summary>A person's own that has been due longest; null: nothing is to be asked of them now.</summary>
    public Task<Guid?> First(Guid respondentId, CancellationToken cancellation = default) =>
        Open().Where(checkIn => checkIn.RespondentId == respondentId).OrderBy(checkIn => checkIn.Due).ThenBy(checkIn => checkIn.Id)
            .Select(checkIn => (Guid?)checkIn.Id).FirstOrDefaultAsync(cancellation);

    private IQueryable<CheckIn> Open()
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var earliest = today.AddDays(-options.Value.DaysOpen);
        return db.CheckIns.AsNoTracking().Where(checkIn => checkIn.Due <= today && checkIn.Due >= earliest
            && checkIn.CompletedAt == null && checkIn.DeclinedAt == null && checkIn.BrokeOffAt == null
            && db.Respondents.Any(person => person.Id == checkIn.RespondentId && person.NoContactFrom == null)
            && !db.Tombstones.Any(stone => stone.RespondentId == checkIn.RespondentId && stone.InterviewId == null));
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
