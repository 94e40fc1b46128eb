using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights;

/// <summary>Brings together from the store what the reading of an account rests on: the same number of queries for one account and for all.</summary>
public sealed class GatherVoices(InterviewAgentDb db)
{
    /// <summary>Interviews that have ended; what a respondent kept to totals is left out, sentence by sentence.</summary>
    public async Task<IReadOnlyList<AccountVoice>> Of(IReadOnlyCollection<Guid> accountIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(accountIds);
        var accounts = await db.Accounts.AsNoTracking().Include(account => account.Health).Include(account => account.Usage)
            .Include(account => account.Respondents).Where(account => accountIds.Contains(account.Id)).ToListAsync(cancellationToken);
        var checkIns = (await db.CheckIns.AsNoTracking().Where(checkIn => accountIds.Contains(checkIn.AccountId))
            .ToListAsync(cancellationToken)).ToLookup(checkIn => checkIn.AccountId);
        var interviews = (await db.Interviews.AsNoTracking()
            .Where(interview => accountIds.Contains(interview.AccountId)
                && (interview.Status == InterviewStatus.Analysed || interview.Status == InterviewStatus.BrokenOff))
            .ToListAsync(cancellationToken)).ToLookup(interview => interview.AccountId);
        var found = await Found(accountIds, cancellationToken);
        return [.. accounts.Select(account => Voice(account, checkIns[account.Id], interviews[account.Id], found))];
    }

    private static AccountVoice Voice(
        Account account, IEnumerable<CheckIn> checkIns, IEnumerable<Interview> interviews, FoundInInterviews found)
    {
        var roles = account.Respondents.ToDictionary(person => person.Id, person => person.Role);
        var heard = interviews.Select(interview => (interview.CheckInId, Voice: found.Heard(interview, roles.GetValueOrDefault(interview.RespondentId)))).ToList();
        // Who answered for totals only used a right, as who declined did: nothing that is read may tell them apart.
        var kept = heard.Where(one => one.Voice is null).Select(one => one.CheckInId).ToHashSet();
        return new AccountVoice(
            account.Id.ToString(), account.ContractSignedOn,
            [.. account.Health.Select(health => new HeardHealth(health.On, health.Status))],
            [.. account.Usage.Select(week => new HeardWeek(week.Week, week.ActiveUsers, week.Logins, week.KeyActions))],
            [.. heard.Select(one => one.Voice).OfType<HeardInterview>()],
            [.. checkIns.OrderBy(checkIn => checkIn.Due).ThenBy(checkIn => checkIn.Id).Select(checkIn => kept.Contains(checkIn.Id) || checkIn.DeclinedAt is not null
                ? new HeardCheckIn(checkIn.RespondentId.ToString(), roles.GetValueOrDefault(checkIn.RespondentId), checkIn.Due, Invited: true, Opened: false, Completed: false, Declined: true)
                : new HeardCheckIn(
                checkIn.RespondentId.ToString(), roles.GetValueOrDefault(checkIn.RespondentId), checkIn.Due, checkIn.InvitedAt is not null,
                checkIn.OpenedAt is not null, checkIn.CompletedAt is not null, checkIn.DeclinedAt is not null)
                {
                    Consented = checkIn.ConsentedAt is not null, Answered = checkIn.FirstAnswerAt is not null, BrokeOff = checkIn.BrokeOffAt is not null,
                })]);
    }

    private async Task<FoundInInterviews> Found(IReadOnlyCollection<Guid> accountIds, CancellationToken cancellationToken)
    {
        var findings = await db.Findings.AsNoTracking().Include(finding => finding.Quotes)
            .Where(finding => accountIds.Contains(finding.AccountId) && finding.Verified && !finding.SetAside).ToListAsync(cancellationToken);
        var readings = await db.Readings.AsNoTracking()
            .Where(reading => accountIds.Contains(reading.AccountId) && reading.Value != null).ToListAsync(cancellationToken);
        var felt = await (from sentiment in db.TurnSentiments
                          join interview in db.Interviews on sentiment.InterviewId equals interview.Id
                          where accountIds.Contains(interview.AccountId)
                          select sentiment).AsNoTracking().ToListAsync(cancellationToken);
        var numbers = await (from turn in db.Turns
                             join interview in db.Interviews on turn.InterviewId equals interview.Id
                             where accountIds.Contains(interview.AccountId) && turn.Speaker == Speaker.Participant
                             select new { turn.Id, turn.N }).ToDictionaryAsync(turn => turn.Id, turn => turn.N, cancellationToken);
        return new FoundInInterviews(
            findings.ToLookup(finding => finding.InterviewId), readings.ToLookup(reading => reading.InterviewId),
            felt.ToLookup(sentiment => sentiment.InterviewId), numbers, await new FindUsable(db).Of(accountIds, cancellationToken));
    }
}
