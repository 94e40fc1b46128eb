using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using InterviewAgent.Web.Channels.Cards;
using InterviewAgent.Web.Channels.DirectLine;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.WebChat;

/// <summary>The same interview as a plain form, for browsers without scripts and for those who prefer it.</summary>
internal static class PlainEndpoint
{
    private const int LongestAnswer = 60_000;

    public static async Task<IResult> Get(
        HttpContext http, InterviewAgentDb db, SeenTurns turns, IOptions<InterviewingOptions> settings, CancellationToken cancellation)
    {
        var view = await ChatView.For(http.Visitor(), db, turns, settings, cancellation);
        return view.Seen.Ended
            ? Results.LocalRedirect("~/chat/answers")
            : new RazorComponentResult<Plain>(new Dictionary<string, object?> { ["View"] = view });
    }

    public static async Task<IResult> Post(
        HttpContext http, SeenTurns turns, OpenInterview interviews, ReceiveAnswer answers, FinishReply finish, InTurn inTurn, CancellationToken cancellation)
    {
        var visitor = http.Visitor();
        var form = await http.Request.Form(cancellation);
        if ((await turns.By(visitor, cancellation)).InterviewId is not { } interview)
        {
            await interviews.For(visitor.CheckInId, "webchat", cancellation);
            return Results.LocalRedirect("~/chat/plain#pending");
        }

        var choices = form.ContainsKey("all") ? ReadBackCard.Read(name => form[name].FirstOrDefault()) : null;
        var text = form["say"].FirstOrDefault() is { Length: > 0 } tapped ? tapped : form["text"].FirstOrDefault() ?? "";
        if (choices is null && string.IsNullOrWhiteSpace(text))
        {
            return Results.LocalRedirect("~/chat/plain#pending");
        }

        // The form carries its own id, so that a double click or a reload sends once.
        var id = form["id"].FirstOrDefault() is { Length: > 0 and <= 64 } given ? given : Guid.CreateVersion7().ToString("N");
        IncomingMessage message = new(
            visitor.MessageId(id), choices is null ? Cut(text) : ReadBackCard.InWords(choices), Choices: choices);
        await inTurn.Handle(visitor.CheckInId, interview, message, answers, finish);
        return Results.LocalRedirect("~/chat/plain#pending");
    }

    private static string Cut(string text) => text.Length <= LongestAnswer ? text : text[..LongestAnswer];
}
