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

        var (tapped, typed) = (form["say"].FirstOrDefault() ?? "", form["text"].FirstOrDefault() ?? "");
        // At the read-back whatever is sent carries the form's choices: they count where their own button was pressed, or nothing else is said.
        var choices = tapped.Length == 0 && (form.ContainsKey("read-back") || string.IsNullOrWhiteSpace(typed)) ? ReadBackCard.Read(name => form[name].FirstOrDefault()) : null;
        // The form carries its own id, so that a double click or a reload sends once.
        var id = form["id"].FirstOrDefault() is { Length: > 0 and <= 64 } given ? given : Guid.CreateVersion7().ToString("N");
        if (choices is not null)
        {
            await Say(new(visitor.MessageId(id), ReadBackCard.InWords(choices), Choices: choices));
        }

        if ((tapped.Length > 0 ? tapped : typed) is var text && !string.IsNullOrWhiteSpace(text))
        {
            await Say(new(visitor.MessageId(choices is null ? id : id + "-said"), Cut(text)));
        }

        return Results.LocalRedirect("~/chat/plain#pending");

        Task<Reply> Say(IncomingMessage message) => inTurn.Handle(visitor.CheckInId, interview, message, answers, finish);
    }

    private static string Cut(string text) => text.Length <= LongestAnswer ? text : text[..LongestAnswer];
}
