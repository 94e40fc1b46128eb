using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy.Totals;

/// <summary>Who says what since when, openly or in totals only: for measuring what counts tell, and for no page.</summary>
public sealed class LoadCountedVoices(InterviewAgentDb db)
{
    /// <summary>One for each person and code; somebody who says it openly anywhere is an open voice.</summary>
    public async Task<IReadOnlyList<CountedVoice>> All(CancellationToken cancellation = default)
    {
        var accounts = await db.Accounts.AsNoTracking().ToDictionaryAsync(account => account.Id, cancellation);
        var usable = await new FindUsable(db).Of([.. accounts.Keys], cancellation);
        var said = await (
            from finding in db.Findings.AsNoTracking().Include(finding => finding.Quotes)
            join interview in db.Interviews on finding.InterviewId equals interview.Id
            join person in db.Respondents on finding.RespondentId equals person.Id
            where finding.Verified && !finding.SetAside && finding.Kind != FindingKind.Commitment
            select new { finding, interview.HeldOn, person.Role }).ToListAsync(cancellation);
        return [.. said.GroupBy(one => (one.finding.RespondentId, one.finding.AccountId, one.finding.Code, one.Role)).Select(one => new CountedVoice(
            one.Key.RespondentId, one.Key.AccountId, accounts[one.Key.AccountId].Segment, accounts[one.Key.AccountId].Owner, one.Key.Role.Name(), one.Key.Code, one.Min(finding => finding.HeldOn),
            one.All(finding => finding.finding.Quotes.TrueForAll(quote => !usable.Allows(new WordSpan(quote.TurnId, quote.Start, quote.Length))))))];
    }
}
