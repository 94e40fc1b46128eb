using System.Globalization;

namespace InterviewAgent.Web.Channels.DirectLine;

/// <summary>Starting and reconnecting, and the tokens that go with both.</summary>
internal static class Conversations
{
    public static IResult Refresh(HttpContext http, DirectLineTokens tokens)
    {
        var visitor = http.Visitor();
        return DirectLineJson.Ok(new StartedConversation(
            visitor.CheckInId.ToString("N"), tokens.Mint(visitor), tokens.LifeSeconds, null));
    }

    /// <summary>201 when this call began the interview, 200 when it was there; the stream begins with what the visitor may see.</summary>
    public static async Task<IResult> Start(
        HttpContext http, DirectLineTokens tokens, CancellationToken cancellation)
    {
        var visitor = http.Visitor();
        var began = await http.Talk().Begin(visitor, cancellation);
        var started = Started(http, visitor, tokens, 0);
        return began ? DirectLineJson.Created(started) : DirectLineJson.Ok(started);
    }

    /// <summary>Without a watermark the stream brings what is new from now on, with an empty one everything.</summary>
    public static async Task<IResult> Reconnect(
        HttpContext http, DirectLineTokens tokens, string? watermark, CancellationToken cancellation)
    {
        var visitor = http.Visitor();
        var seen = await http.Talk().Seen(visitor, cancellation);
        return seen.InterviewId is null
            ? DirectLineJson.Error(404, "BadConversation", "The conversation has not begun.")
            : Watermark.Read(watermark, absent: seen.Last) is { } from
                ? DirectLineJson.Ok(Started(http, visitor, tokens, from))
                : Watermark.Bad();
    }

    private static StartedConversation Started(HttpContext http, Visitor visitor, DirectLineTokens tokens, int from)
    {
        var id = visitor.CheckInId.ToString("N");
        var scheme = http.Request.IsHttps ? "wss" : "ws";
        var address = string.Create(CultureInfo.InvariantCulture,
            $"{scheme}://{http.Request.Host}{http.Request.PathBase}{DirectLineSetup.Base}/conversations/{id}/stream?watermark={from}&t={tokens.MintTicket(visitor)}");
        return new(id, tokens.Mint(visitor), tokens.LifeSeconds, address);
    }
}
