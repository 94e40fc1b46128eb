using InterviewAgent.Insights.Digests;
using InterviewAgent.Insights.Digests.Rendering;
using InterviewAgent.Storage;
using InterviewAgent.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Api;

/// <summary>Kept digests out: a key of one owner gets that owner's, another the one of all accounts. What was taken back or hidden when it was written stays so.</summary>
internal static class DigestsApi
{
    /// <param name="Week">Monday of its week.</param>
    /// <param name="Since">The day from which on its changes count.</param>
    /// <param name="Owner">Null: of all accounts.</param>
    public sealed record Item(Guid Id, DateOnly Week, DateOnly Since, string? Owner, DateTimeOffset CreatedAt);

    public sealed record Whole(Guid Id, DateOnly Week, DateOnly Since, string? Owner, DateTimeOffset CreatedAt, IReadOnlyList<Sentence> Sentences);

    /// <param name="Label">What it is about; null: nothing but itself.</param>
    /// <param name="Text">Empty where what it rested on was erased (<paramref name="GoneAt"/>).</param>
    /// <param name="Url">The page that shows what is counted.</param>
    /// <param name="Turn">The newest words behind it, for whoever may open them.</param>
    public sealed record Sentence(
        DigestSection Section, string? Label, string Text, string? Detail, int People, int Accounts, Guid? AccountId, Guid? FlagId, string? Url, string? Turn, DateTimeOffset? GoneAt);

    public static async Task<IResult> List(Seen seen, InterviewAgentDb db, string? after = null, int limit = Cursor.Usual, CancellationToken cancellation = default)
    {
        if (!Cursor.TryRead(after, out var from) || limit is < 1 or > Cursor.Most)
        {
            return AccountsApi.BadPage();
        }
        var key = DigestAudience.Key(seen.Viewer.Owner);
        var rows = await db.Digests.AsNoTracking().Where(digest => digest.For == key && (from == null || digest.Id.CompareTo(from.Value) > 0))
            .OrderBy(digest => digest.Id).Take(limit + 1).ToListAsync(cancellation);
        return Results.Ok(Cursor.Of(rows, limit, digest => digest.Id, digest => new Item(digest.Id, digest.Week, digest.Since, DigestAudience.Owner(digest.For), digest.CreatedAt)));
    }

    public static async Task<IResult> One(
        Guid id, HttpRequest request, Seen seen, InterviewAgentDb db, DigestLinks links, DigestMarkdown markdown, string? format = null, CancellationToken cancellation = default)
    {
        var key = DigestAudience.Key(seen.Viewer.Owner);
        if (await db.Digests.AsNoTracking().Include(row => row.Claims).SingleOrDefaultAsync(row => row.Id == id && row.For == key, cancellation) is not { } digest)
        {
            return ApiProblem.Of(404, "No such digest", "It may be another reader's. /api/digests lists this key's.");
        }
        // An account may have gone to another owner since.
        var named = digest.Claims.Select(claim => claim.AccountId).OfType<Guid>().ToList();
        var known = await seen.Accounts.Where(account => named.Contains(account.Id)).Select(account => account.Id).ToListAsync(cancellation);
        digest.Claims.RemoveAll(claim => claim.AccountId is { } account && !known.Contains(account));
        return format == "markdown" || (format is null && request.Headers.Accept.ToString().Contains("text/markdown", StringComparison.OrdinalIgnoreCase))
            ? Results.Text(markdown.Render(digest), "text/markdown; charset=utf-8")
            : Results.Ok(new Whole(digest.Id, digest.Week, digest.Since, DigestAudience.Owner(digest.For), digest.CreatedAt,
                [.. Enum.GetValues<DigestSection>().SelectMany(digest.In).Select(claim => new Sentence(
                    claim.Section, claim.Label, claim.Text, claim.Detail, claim.People, claim.Accounts, claim.AccountId, claim.FlagId,
                    claim.Place is { } place ? links.To(place) : null, claim.Turn is { } turn ? links.To(turn) : null, claim.GoneAt))]));
    }
}
