using InterviewAgent.Web.Channels.Connector.Inbox;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace InterviewAgent.Web.Channels.Connector;

/// <summary>POST /api/messages: read, authenticate, and hand over (bot-protocol.md §1).</summary>
internal static partial class Messages
{
    public static async Task<IResult> Receive(HttpContext http, Door door, TakeIn inbox, ILogger<TakeIn> logger, CancellationToken cancellation)
    {
        // An invoke that nobody handles is 501 with an empty body; no page of ours belongs there.
        http.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        if (await RequestBody.Read(http.Request, cancellation) is not { } body)
        {
            return Answers.Error(413, "MessageSizeTooBig", "An activity has at most 1 MB.");
        }
        if (await door.CheckBefore(http, body.Length, cancellation) is { } stranger)
        {
            return Answers.Refused(http, stranger);
        }
        if (!ActivityJson.TryRead(body, out var activity, out var fault))
        {
            return Answers.Error(400, "BadSyntax", fault);
        }
        if (!IsJson(http.Request))
        {
            return Answers.Error(415, "UnsupportedMediaType", "Send the activity as application/json, not compressed.");
        }
        if (await door.Check(http, activity, cancellation) is { } refusal)
        {
            return Answers.Refused(http, refusal);
        }

        try
        {
            if (activity.WantsAnswer)
            {
                return Answers.Of(await inbox.Answer(activity), activity);
            }
            await inbox.Accept(activity);
            return Answers.Accepted;
        }
#pragma warning disable CA1031 // Not acknowledged, so nothing is lost: the channel sends it again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Failed(logger, activity.Type, activity.Id, failure);
            return Answers.Refused(http, Refusal.Failed);
        }
    }

    public static IResult NotPosted(HttpContext http)
    {
        http.Response.Headers.Allow = "POST";
        return Answers.Error(405, "MethodNotAllowed", "Activities are posted.");
    }

    private static bool IsJson(HttpRequest request) =>
        (request.ContentType is null || request.HasJsonContentType())
        && (request.Headers.ContentEncoding.Count == 0 || request.Headers[HeaderNames.ContentEncoding] == "identity");

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The {Type} activity {Id} could be neither handled nor stored, and was not acknowledged.")]
        public static partial void Failed(ILogger logger, string? type, string? id, Exception failure);
    }
}
