using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Web.Dashboard.Quotes;
using InterviewAgent.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Portfolio;

/// <summary>The rows of a filtered portfolio: one query for the accounts and one grouped query for each column beside them.</summary>
public sealed class LoadPortfolio(InterviewAgentDb db, Seen seen, TimeProvider clock)
{
    public const int QuietAfterDays = OpenWords.QuietAfterDays;

    /// <summary>Tone runs from -2 to 2 and the other readings from 0 to 4.</summary>
    private const int ToneToScale = 2;

    private static readonly ReadingDimension[] Heard =
        [ReadingDimension.Outcome, ReadingDimension.Effort, ReadingDimension.Confidence, ReadingDimension.Investment, ReadingDimension.Dependence,
            ReadingDimension.Tone];

    public async Task<IReadOnlyList<PortfolioRow>> Rows(PortfolioFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var accounts = filter.On(seen.Accounts);
        var ids = accounts.Select(account => account.Id);
        var heads = await accounts.Select(account => new
        {
            account.Id, account.Name, account.Owner, account.Segment, account.ContractSignedOn, account.RenewalOn,
            Health = account.Health.OrderByDescending(health => health.On)
                .Select(health => new { health.Status, health.On }).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        var heard = await db.OpenInterviews().Where(interview => ids.Contains(interview.AccountId))
            .GroupBy(interview => interview.AccountId)
            .Select(group => new
            {
                Id = group.Key, People = group.Select(interview => interview.RespondentId).Distinct().Count(),
                Completed = group.Count(interview => interview.Status != InterviewStatus.BrokenOff), Last = group.Max(interview => interview.HeldOn),
            }).ToDictionaryAsync(row => row.Id, cancellationToken);
        var levels = await db.OpenReadings()
            .Where(reading => ids.Contains(reading.AccountId) && reading.Value != null && Heard.Contains(reading.Dimension)
                && !db.OpenInterviews().Any(later => later.RespondentId == reading.RespondentId
                    && later.HeldOn > db.Interviews.First(own => own.Id == reading.InterviewId).HeldOn))
            .GroupBy(reading => reading.AccountId)
            .Select(group => new { Id = group.Key, Level = group.Average(reading => reading.Dimension == ReadingDimension.Tone ? reading.Value + ToneToScale : reading.Value) })
            .ToDictionaryAsync(row => row.Id, row => row.Level, cancellationToken);
        var quiet = await QuietCheckIns().Where(checkIn => ids.Contains(checkIn.AccountId)).GroupBy(checkIn => checkIn.AccountId)
            .Select(group => new { Id = group.Key, People = group.Select(checkIn => checkIn.RespondentId).Distinct().Count() })
            .ToDictionaryAsync(row => row.Id, row => row.People, cancellationToken);
        var flags = (await db.Flags.AsNoTracking().Where(flag => flag.Outcome == null && flag.ClosedAt == null && ids.Contains(flag.AccountId))
            .Select(flag => new { flag.Id, flag.AccountId, flag.Kind }).ToListAsync(cancellationToken)).ToLookup(flag => flag.AccountId);
        return [.. heads.Select(head =>
        {
            var voice = heard.GetValueOrDefault(head.Id);
            var flag = flags[head.Id].OrderBy(open => open.Kind).FirstOrDefault();
            return new PortfolioRow(
                head.Id, head.Name, head.Owner, head.Segment, head.ContractSignedOn, head.RenewalOn, head.Health?.Status, head.Health?.On,
                levels.GetValueOrDefault(head.Id), voice?.People ?? 0, voice?.Completed ?? 0, voice?.Last,
                quiet.GetValueOrDefault(head.Id), flag?.Kind, flag?.Id);
        }).Where(filter.Keeps)];
    }

    /// <summary>People whose newest invitation has had no first answer. Declining is a right and is not silence.</summary>
    public IQueryable<CheckIn> QuietCheckIns() => OpenWords.Quiet(db, clock.GetUtcNow());
}
