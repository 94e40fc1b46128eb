using System.Security.Claims;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Quotes;

/// <summary>The words findings rest on, as this viewer may see them. Hidden ones are left out: their absence is told by no gap.</summary>
public sealed class FindingQuotes(InterviewAgentDb db, ReadQuotes read)
{
    public async Task<ILookup<Guid, QuotedTurn>> Of(
        ClaimsPrincipal user, IReadOnlyCollection<Guid> findingIds, CancellationToken cancellationToken)
    {
        var places = await (
            from quote in db.Set<Analysis.Quote>().AsNoTracking()
            join turn in db.Turns on quote.TurnId equals turn.Id
            join interview in db.Interviews on turn.InterviewId equals interview.Id
            where findingIds.Contains(quote.FindingId)
            orderby interview.HeldOn descending, turn.N
            select new { quote.FindingId, quote.TurnId, quote.Start, quote.Length, turn.N, InterviewId = interview.Id, interview.Checkpoint })
            .ToListAsync(cancellationToken);
        var shown = await read.Read(
            ViewerOf(user), [.. places.Select(place => new WordSpan(place.TurnId, place.Start, place.Length))], cancellationToken);
        return places.Zip(shown)
            .Where(pair => pair.Second.Words is not null)
            .Select(pair => new QuotedTurn(pair.First.FindingId, pair.First.InterviewId, pair.First.N, pair.First.Checkpoint, pair.Second))
            .ToLookup(quote => quote.FindingId);
    }

    public static Viewer ViewerOf(ClaimsPrincipal user) => user.Viewer();
}
