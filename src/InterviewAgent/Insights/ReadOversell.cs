using InterviewAgent.Analysis.Promises;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights;

/// <summary>Oversell over all accounts: by segment, and by who promised it. No filter: each would be a difference to work somebody out by.</summary>
public sealed class ReadOversell(InterviewAgentDb db, FindOversold oversold)
{
    private static readonly Visibility[] Kept = [Visibility.TotalsOnly, Visibility.Delete];

    public async Task<(IReadOnlyList<OversellCell> BySegment, IReadOnlyList<OversellCell> BySource)> Run(CancellationToken cancellationToken = default)
    {
        var heard = await db.Interviews.AsNoTracking()
            .Where(interview => (interview.Status == InterviewStatus.Analysed || interview.Status == InterviewStatus.BrokenOff) && !Kept.Contains(interview.Visibility))
            .Select(interview => new { interview.AccountId, interview.RespondentId })
            .Distinct().ToListAsync(cancellationToken);
        var segments = await db.Accounts.AsNoTracking().Where(account => db.Interviews.Any(interview => interview.AccountId == account.Id))
            .Select(account => new { account.Id, account.Segment }).ToDictionaryAsync(account => account.Id, account => account.Segment, cancellationToken);
        var sources = (await db.Promises.AsNoTracking().Select(promise => new { promise.AccountId, promise.Source }).Distinct().ToListAsync(cancellationToken))
            .ToLookup(promise => promise.AccountId, promise => promise.Source);
        // Voices kept to totals are counted once a week, in lots (Privacy/Totals), and never here: a figure that moves with one of them singles it out.
        var said = (await oversold.All(cancellationToken)).Where(word => !word.KeptToTotals).ToList();
        return (
            Oversell.Of([
                .. heard.Select(one => Row(segments[one.AccountId], one.AccountId, one.RespondentId, false)),
                .. said.Select(word => Row(segments[word.AccountId], word.AccountId, word.RespondentId, true))]),
            Oversell.Of([
                .. heard.SelectMany(one => sources[one.AccountId].Select(source => Row(source, one.AccountId, one.RespondentId, false))),
                .. said.Select(word => Row(word.Source, word.AccountId, word.RespondentId, true))]));
    }

    private static HeardOnSale Row(string? cell, Guid account, Guid person, bool says) =>
        new(string.IsNullOrWhiteSpace(cell) ? Oversell.NotKnown : cell.Trim(), account.ToString(), person.ToString(), says);
}
