using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Links;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InterviewAgent.Web.Channels.WebChat;

/// <summary><c>/i/{token}</c>: a GET looks and changes nothing, the POST swaps the token for a cookie and is what "opened" means.</summary>
internal static class DoorEndpoint
{
    public static async Task<IResult> Get(HttpContext http, OpenLink links, CancellationToken cancellation)
    {
        http.Response.Headers.CacheControl = "no-store";
        var found = await links.Find(http.PersonalToken(), cancellation);
        return found.State == LinkState.Good ? new RazorComponentResult<Door>() : KindPage.For(found.State);
    }

    public static async Task<IResult> Post(HttpContext http, OpenLink links, SeenTurns turns, CancellationToken cancellation)
    {
        http.Response.Headers.CacheControl = "no-store";
        var found = await links.Find(http.PersonalToken(), cancellation);
        if (found is not { State: LinkState.Good, Link: { } link })
        {
            return KindPage.For(found.State);
        }

        var first = await links.Open(link, cancellation);
        var visitor = await Known(http, link) ?? (first ? Trusted(link) : await Stranger(link, turns, cancellation));
        await VisitorCookie.Give(http, visitor, link.ExpiresAt);
        return Results.LocalRedirect("~/chat");
    }

    /// <summary>Who comes back stays the device they were, also by a newer link to the same check-in.</summary>
    private static async Task<Visitor?> Known(HttpContext http, Link link) =>
        await VisitorCookie.Read(http) is { } visitor && visitor.CheckInId == link.CheckInId ? visitor with { LinkId = link.Id } : null;

    private static Visitor Trusted(Link link) => new(link.Id, link.CheckInId, Visitor.NewDevice(), FirstTurn: 1, Trusted: true);

    private static async Task<Visitor> Stranger(Link link, SeenTurns turns, CancellationToken cancellation)
    {
        var visitor = Trusted(link);
        var pending = (await turns.By(visitor, cancellation)).Pending;
        return visitor with { Trusted = false, FirstTurn = pending?.N ?? 1 };
    }
}
