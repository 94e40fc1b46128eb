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

    /// <summary>Where all accounts are searched, the best are looked for among so many of the newest matches.</summary>
    private const int Newest = 1_000;

    /// <summary>A few more than are shown: most that match may be read.</summary>
    private const int ReadAtOnce = 60;

    public const int Most = 50;

    /// <returns>At most <see cref="Most"/>, best match first; empty where nothing was typed.</returns>
    public async Task<IReadOnlyList<ShownQuote>> Run(Viewer viewer, string? typed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (QueryWords.Of(typed) is not { Count: > 0 } words)
        {
            return [];
        }
        var matching = viewer.Owner is null ? db.Matching(words, Newest) : db.Matching(words, viewer.Sees(db.Accounts));
        var found = await matching.AsNoTracking().Take(Candidates)
            .Select(quote => new WordSpan(quote.TurnId, quote.Start, quote.Length)).ToListAsync(cancellation);
        List<ShownQuote> shown = [];
        foreach (var some in found.Distinct().Chunk(ReadAtOnce))
        {
            shown = [.. shown.Concat((await read.Read(viewer, some, cancellation)).Where(quote => quote.Words is not null && QueryWords.AllIn(quote.Words, words)))
                .DistinctBy(quote => (quote.InterviewId, quote.Words))];
            if (shown.Count >= Most)
            {
                break;
            }
        }
        return [.. shown.Take(Most)];
    }
}
