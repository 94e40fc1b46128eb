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

    private static IQueryable<VoiceBasis> Basis(InterviewAgentDb db) => db.Accounts.Select(account => new VoiceBasis
    {
        AccountId = account.Id,
        Interviews = db.Interviews.Count(interview => interview.AccountId == account.Id
            && (interview.Status == InterviewStatus.Analysed || interview.Status == InterviewStatus.BrokenOff)),
        Versions = db.Interviews.Where(interview => interview.AccountId == account.Id
            && (interview.Status == InterviewStatus.Analysed || interview.Status == InterviewStatus.BrokenOff))
            .Sum(interview => (long)interview.Version),
        HealthReadings = db.Health.Count(health => health.AccountId == account.Id),
        Usage = db.Usage.Where(week => week.AccountId == account.Id).Sum(week => (long)week.KeyActions + week.Logins),
        Steps = db.CheckIns.Count(checkIn => checkIn.AccountId == account.Id && checkIn.InvitedAt != null)
            + db.CheckIns.Count(checkIn => checkIn.AccountId == account.Id && checkIn.CompletedAt != null)
            + db.CheckIns.Count(checkIn => checkIn.AccountId == account.Id && checkIn.DeclinedAt != null),
    });
}
