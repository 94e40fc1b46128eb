using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights.Outward;

/// <summary>Shown words with the account they were said of, where the viewer may know of it.</summary>
public sealed class FindQuotes(InterviewAgentDb db, ReadQuotes read)
{
    /// <summary>The words that findings rest on, newest first; hidden ones are left out.</summary>
    public async Task<IReadOnlyList<(Guid Finding, ShownQuote Quote)>> OfFindings(Viewer viewer, IReadOnlyCollection<Guid> findings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var seen = viewer.Sees(db.Accounts);
        var places = await (
            from finding in OpenWords.Findings(db)
            join quote in db.Set<Quote>() on finding.Id equals quote.FindingId
            join interview in db.Interviews on finding.InterviewId equals interview.Id
            where findings.Contains(finding.Id) && seen.Any(account => account.Id == finding.AccountId)
            orderby interview.HeldOn descending, finding.Id
            select new { finding.Id, quote.TurnId, quote.Start, quote.Length }).ToListAsync(cancellation);
        var shown = await read.Read(viewer, [.. places.Select(place => new WordSpan(place.TurnId, place.Start, place.Length))], cancellation);
        return [.. places.Zip(shown).Where(pair => pair.Second.Words is not null).Select(pair => (pair.First.Id, pair.Second))];
    }

    /// <summary>Names of accounts by interview; empty for a researcher, who learns of none.</summary>
    public async Task<IReadOnlyDictionary<Guid, Account>> Accounts(Viewer viewer, IReadOnlyCollection<Guid> interviews, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return !viewer.MaySeeNames ? new Dictionary<Guid, Account>()
            : await db.Interviews.Where(interview => interviews.Contains(interview.Id))
                .Join(viewer.Sees(db.Accounts.AsNoTracking()), interview => interview.AccountId, account => account.Id, (interview, account) => new { interview.Id, account })
                .ToDictionaryAsync(row => row.Id, row => row.account, cancellation);
    }
}
