using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace InterviewAgent.Web.Channels.Connector;

/// <summary>POST /api/messages: read, authenticate, and hand over (bot-protocol.md §1).</summary>
internal static class Messages
{
    public static async Task<IResult> Receive(HttpContext http, LoopbackOnly loopback, IHandleActivities activities, CancellationToken cancellation)
    {
        // An invoke that nobody handles is 501 with an empty body; no page of ours belongs there.
        http.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        if (await RequestBody.Read(http.Request, cancellation) is not { } body)
        {
            return Answers.Error(413, "MessageSizeTooBig", "An activity has at most 1 MB.");
        }
        if (!ActivityJson.TryRead(body, out var activity, out var fault))
        {
            return Answers.Error(400, "BadSyntax", fault);
        }
        if (!IsJson(http.Request))
        {
            return Answers.Error(415, "UnsupportedMediaType", "Send the activity as application/json, not compressed.");
        }
        if (!loopback.Allows(http, activity))
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Answers.Error(401, "Unauthorized", "Send the channel's token as Authorization: Bearer.");
        }

        var answer = await activities.Handle(activity, CancellationToken.None);
        return activity.WantsAnswer ? Answers.Of(answer, activity) : Answers.Accepted;
    }

    public static IResult NotPosted(HttpContext http)
    {
        http.Response.Headers.Allow = "POST";
        return Answers.Error(405, "MethodNotAllowed", "Activities are posted.");
    }

    private static bool IsJson(HttpRequest request) =>
        (request.ContentType is null || request.HasJsonContentType())
        && (request.Headers.ContentEncoding.Count == 0 || request.Headers[HeaderNames.ContentEncoding] == "identity");
}
