using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights;

/// <summary>Accounts whose stored reading rests on something else than what is stored now, or that were never read.</summary>
internal sealed class FindOutdated(InterviewAgentDb db)
{
    public async Task<IReadOnlyList<Guid>> Take(int most, CancellationToken cancellationToken) =>
        await (from basis in Basis(db)
               join reading in db.VoiceReadings on basis.AccountId equals reading.AccountId into readings
               from reading in readings.DefaultIfEmpty()
               where reading == null || reading.Interviews != basis.Interviews || reading.Versions != basis.Versions
                   || reading.HealthReadings != basis.HealthReadings || reading.Usage != basis.Usage || reading.Steps != basis.Steps
               orderby basis.AccountId
               select basis.AccountId).Take(most).ToListAsync(cancellationToken);

    public Task<VoiceBasis> Now(Guid accountId, CancellationToken cancellationToken) =>
        Basis(db).SingleAsync(basis => basis.AccountId == accountId, cancellationToken);

    private static IQueryable<VoiceBasis> Basis(InterviewAgentDb db) =>
        from account in db.Accounts
        let ended = db.Interviews.Where(interview => interview.AccountId == account.Id
            && (interview.Status == InterviewStatus.Analysed || interview.Status == InterviewStatus.BrokenOff))
        let health = db.Health.Where(health => health.AccountId == account.Id)
        let checkIns = db.CheckIns.Where(checkIn => checkIn.AccountId == account.Id)
        select new VoiceBasis(
            account.Id, ended.Count(), ended.Sum(interview => (long)interview.Version), health.Count(),
            db.Usage.Where(week => week.AccountId == account.Id).Sum(week => (long)week.KeyActions + week.Logins),
            checkIns.Count(checkIn => checkIn.InvitedAt != null) + checkIns.Count(checkIn => checkIn.CompletedAt != null)
                + checkIns.Count(checkIn => checkIn.DeclinedAt != null));
}
