using System.Security.Cryptography;
using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using InterviewAgent.Web.Channels.DirectLine;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.WebChat;

internal static class ChatEndpoint
{
    public static async Task<IResult> Get(
        HttpContext http, InterviewAgentDb db, SeenTurns turns, IOptions<InterviewingOptions> settings, CancellationToken cancellation)
    {
        var visitor = http.Visitor();
        var view = await ChatView.For(visitor, db, turns, settings, cancellation);
        if (view.Seen.Ended)
        {
            return Results.LocalRedirect("~/chat/answers");
        }

        return Page(http, view, "/chat/token");
    }

    /// <param name="tokens">Where the page asks for its token.</param>
    public static IResult Page(HttpContext http, ChatView view, string tokens)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Response.Headers.ContentSecurityPolicy = Policy(nonce, http.Request.Host.Value ?? "");
        return new RazorComponentResult<Chat>(new Dictionary<string, object?> { ["View"] = view, ["Nonce"] = nonce, ["Tokens"] = tokens });
    }

    /// <summary>The page's token for the conversation of its cookie; asked for again after an expiry or a restart.</summary>
    public static IResult Token(HttpContext http, DirectLineTokens tokens) => TokenFor(http.Visitor(), tokens);

    public static IResult TokenFor(Visitor visitor, DirectLineTokens tokens) => DirectLineJson.Ok(new
    {
        token = tokens.Mint(visitor), conversationId = visitor.CheckInId.ToString("N"), userId = visitor.Device, expiresIn = tokens.LifeSeconds,
    });

    // Web Chat styles itself by style elements with the nonce and, before any rule is in, an empty one without (the hash is that
    // of an empty text). Its worker comes from a blob.
    private static string Policy(string nonce, string host) =>
        $"default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; script-src 'self' 'nonce-{nonce}'; "
        + $"style-src 'self' 'nonce-{nonce}' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self' data: blob:; "
        + $"connect-src 'self' ws://{host} wss://{host}; worker-src blob:";
}
