using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy.Search;

/// <summary>
/// Finds quotes by their words, in the accounts the viewer sees. A quote is found only by words that are shown of it: who searches for a name
/// that is overlaid, or for a sentence that was kept to totals, learns nothing from what is found and nothing from how much.
/// </summary>
public sealed class SearchQuotes(InterviewAgentDb db, ReadQuotes read)
{
    /// <summary>Best first in the index's order; those beyond are not looked at.</summary>
    private const int Candidates = 200;

    public const int Most = 50;

    /// <returns>At most <see cref="Most"/>, best match first; empty where nothing was typed.</returns>
    public async Task<IReadOnlyList<ShownQuote>> Run(Viewer viewer, string? typed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (QueryWords.Of(typed) is not { Count: > 0 } words)
        {
            return [];
        }
        var accounts = viewer.Sees(db.Accounts);
        var found = await db.Matching(words).AsNoTracking().Where(quote => accounts.Any(account => account.Id == quote.AccountId)).Take(Candidates)
            .Select(quote => new WordSpan(quote.TurnId, quote.Start, quote.Length)).ToListAsync(cancellation);
        var shown = await read.Read(viewer, [.. found.Distinct()], cancellation);
        return [.. shown.Where(quote => quote.Words is not null && QueryWords.AllIn(quote.Words, words)).DistinctBy(quote => (quote.InterviewId, quote.Words)).Take(Most)];
    }
}
