using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights.Summaries;

/// <summary>
/// Writes the kept rows of one account from what is stored of it. It depends on nothing else, not on the clock either, so whoever writes them
/// and whenever comes to the same. Runs in the caller's transaction.
/// </summary>
public sealed class SummariseAccount(InterviewAgentDb db)
{
    /// <summary>Tone runs from -2 to 2 and the other readings from 0 to 4.</summary>
    private const int ToneToScale = 2;

    /// <summary>Decimals that are kept of a mean: the order in which numbers are added must not show.</summary>
    private const int Decimals = 6;

    private static readonly ReadingDimension[] Heard =
        [ReadingDimension.Outcome, ReadingDimension.Effort, ReadingDimension.Confidence, ReadingDimension.Investment, ReadingDimension.Dependence, ReadingDimension.Tone];

    /// <summary>True where something differed from what was kept.</summary>
    public async Task<bool> Of(Guid accountId, CancellationToken cancellationToken = default)
    {
        var people = await People(accountId, cancellationToken);
        var before = await db.PersonVoices.Where(voice => voice.AccountId == accountId).ToDictionaryAsync(voice => voice.RespondentId, cancellationToken);
        db.PersonVoices.RemoveRange(before.Values.Where(voice => people.All(now => now.RespondentId != voice.RespondentId)));
        foreach (var now in people)
        {
            Keep(before.GetValueOrDefault(now.RespondentId), now);
        }
        Keep(await db.AccountSummaries.FindAsync([accountId], cancellationToken), await Summary(accountId, people, cancellationToken));
        db.ChangeTracker.DetectChanges();
        var changed = db.ChangeTracker.Entries().Any(row => row.Entity is PersonVoice or AccountSummary && row.State != EntityState.Unchanged);
        await db.SaveChangesAsync(cancellationToken);
        return changed;
    }

    private void Keep<T>(T? before, T now) where T : class
    {
        if (before is null)
        {
            db.Add(now);
        }
        else
        {
            db.Entry(before).CurrentValues.SetValues(now);
        }
    }

    private async Task<AccountSummary> Summary(Guid accountId, List<PersonVoice> people, CancellationToken cancellationToken)
    {
        var health = await db.Health.AsNoTracking().Where(reading => reading.AccountId == accountId).OrderByDescending(reading => reading.On).FirstOrDefaultAsync(cancellationToken);
        var flags = await db.Flags.AsNoTracking().Where(flag => flag.AccountId == accountId && flag.Outcome == null && flag.ClosedAt == null)
            .Select(flag => new { flag.Id, flag.Kind }).ToListAsync(cancellationToken);
        var flag = flags.OrderBy(open => open.Kind).ThenBy(open => open.Id).FirstOrDefault();
        var readings = people.Sum(person => person.Readings);
        return new AccountSummary
        {
            AccountId = accountId, Health = health?.Status, HealthOn = health?.On, Flag = flag?.Kind, FlagId = flag?.Id,
            Level = readings == 0 ? null : Math.Round(people.OrderBy(person => person.RespondentId).Sum(person => person.Sum) / readings, Decimals),
            People = people.Count(person => person.ToRead > 0), Interviews = people.Sum(person => person.Interviews), ToRead = people.Sum(person => person.ToRead),
            LastHeardOn = people.Max(person => person.LastHeardOn),
        };
    }

    /// <summary>Those of whom there is something to keep.</summary>
    private async Task<List<PersonVoice>> People(Guid accountId, CancellationToken cancellationToken)
    {
        var respondents = await db.Respondents.AsNoTracking().Where(person => person.AccountId == accountId).Select(person => new { person.Id, person.Role }).ToListAsync(cancellationToken);
        var interviews = (await OpenWords.Interviews(db).Where(interview => interview.AccountId == accountId)
            .Select(interview => new { interview.Id, interview.RespondentId, interview.HeldOn, interview.Status }).ToListAsync(cancellationToken)).ToLookup(interview => interview.RespondentId);
        var readings = (await OpenWords.Readings(db).Where(reading => reading.AccountId == accountId && reading.Value != null && Heard.Contains(reading.Dimension))
            .Select(reading => new { reading.InterviewId, reading.Dimension, reading.Value }).ToListAsync(cancellationToken))
            .ToLookup(reading => reading.InterviewId, reading => reading.Value!.Value + (reading.Dimension == ReadingDimension.Tone ? ToneToScale : 0));
        var invited = (await db.CheckIns.AsNoTracking().Where(checkIn => checkIn.AccountId == accountId && checkIn.InvitedAt != null)
            .Select(checkIn => new { checkIn.RespondentId, checkIn.Due, checkIn.InvitedAt, Answered = checkIn.FirstAnswerAt != null || checkIn.CompletedAt != null || checkIn.DeclinedAt != null })
            .ToListAsync(cancellationToken)).ToLookup(checkIn => checkIn.RespondentId);
        return [.. respondents.Select(person =>
        {
            var held = interviews[person.Id].ToList();
            var last = held.Max(interview => (DateOnly?)interview.HeldOn);
            double[] newest = [.. held.Where(interview => interview.HeldOn == last).SelectMany(interview => readings[interview.Id]).Order()];
            var due = invited[person.Id].Max(checkIn => (DateOnly?)checkIn.Due);
            return new PersonVoice
            {
                RespondentId = person.Id, AccountId = accountId, Role = person.Role, ToRead = held.Count,
                Interviews = held.Count(interview => interview.Status != InterviewStatus.BrokenOff), LastHeardOn = last,
                Sum = Math.Round(newest.Sum(), Decimals), Readings = newest.Length,
                UnansweredSince = invited[person.Id].Where(checkIn => checkIn.Due == due && !checkIn.Answered).Min(checkIn => checkIn.InvitedAt),
            };
        }).Where(voice => voice.ToRead > 0 || voice.UnansweredSince is not null)];
    }
}
