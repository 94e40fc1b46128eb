using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Analysis.Promises;

/// <summary>
/// Who says that reality falls short of what was said in the sale, and of which promise: the one that their words are most surely about.
/// Gives away whose promise it was and no words.
/// </summary>
public sealed class FindOversold(InterviewAgentDb db, HearPromises hear)
{
    private const string Code = "expectation.oversell";

    /// <summary>One row for each finding.</summary>
    public async Task<IReadOnlyList<OversoldWord>> All(CancellationToken cancellationToken = default)
    {
        var found = await (
            from finding in db.Findings.AsNoTracking()
            where finding.Code == Code && finding.Verified && !finding.SetAside
            from quote in finding.Quotes
            join turn in db.Turns on quote.TurnId equals turn.Id
            select new { finding.Id, finding.AccountId, finding.RespondentId, quote.Start, quote.Length, Turn = turn }).ToListAsync(cancellationToken);
        Guid[] accounts = [.. found.Select(row => row.AccountId).Distinct()];
        var usable = await new FindUsable(db).Of(accounts, cancellationToken);
        var names = (await db.Accounts.AsNoTracking().Where(account => accounts.Contains(account.Id))
            .Select(account => new { account.Id, account.Name, account.Product }).ToListAsync(cancellationToken)).ToDictionary(account => account.Id, account => $"{account.Name} . {account.Product}");
        var promises = (await db.Promises.AsNoTracking().Where(promise => accounts.Contains(promise.AccountId)).ToListAsync(cancellationToken))
            .ToLookup(promise => promise.AccountId, promise => (Promise: promise, Words: hear.Prepare(promise.Text, promise.Workflow, names[promise.AccountId])));
        return [.. found.GroupBy(row => row.Id).Select(rows =>
        {
            var row = rows.First();
            var about = rows.SelectMany(one => promises[one.AccountId].Select(promise => (promise.Promise, Heard: Heard(promise.Words, one.Turn, new WordSpan(one.Turn.Id, one.Start, one.Length), usable))))
                .Where(one => one.Heard.State != PromiseState.NotMentioned).OrderByDescending(one => one.Heard.Score).Select(one => one.Promise).FirstOrDefault();
            return new OversoldWord(row.AccountId, row.RespondentId, about?.Source,
                !rows.Any(one => usable.Allows(new WordSpan(one.Turn.Id, one.Start, one.Length))));
        })];
    }

    /// <summary>By the answer around the words too, as far as it may be read.</summary>
    private HeardPromise Heard(PreparedPromise promise, Turn turn, WordSpan quote, UsableWords usable) => hear.Of(promise, "", turn.Text, [],
        (start, length) => start < quote.End && quote.Start < start + length || usable.Allows(new WordSpan(turn.Id, start, length)));
}

/// <param name="Source">Who or what promised it; null: of no promise that is known.</param>
/// <param name="KeptToTotals">May be counted and nothing else.</param>
public sealed record OversoldWord(Guid AccountId, Guid RespondentId, string? Source, bool KeptToTotals);
