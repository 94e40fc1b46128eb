using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using InterviewAgent.Web.Channels.Cards;
using InterviewAgent.Web.Channels.DirectLine;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.WebChat;

/// <summary><c>/chat/answers</c>, where a finished link leads: read what was said, change who sees it, take it back.</summary>
internal static class AnswersEndpoint
{
    public static async Task<IResult> Get(
        HttpContext http, InterviewAgentDb db, SeenTurns turns, OwnChoices choices, IOptions<InterviewingOptions> settings, CancellationToken cancellation)
    {
        var visitor = http.Visitor();
        var view = await ChatView.For(visitor, db, turns, settings, cancellation);
        if (view.Seen is not { InterviewId: { } interview, Ended: true })
        {
            return Results.LocalRedirect("~/chat");
        }

        if (view.Seen.Erased)
        {
            return KindPage.Say(StatusCodes.Status200OK, "Your answers are deleted", view.Seen.Pending!.Text);
        }

        return new RazorComponentResult<Answers>(new Dictionary<string, object?>
        {
            ["View"] = view,
            ["Choices"] = view.Seen.Hidden ? null : await choices.Read(interview, cancellation),
            ["Saved"] = http.Request.Query.ContainsKey("saved"),
            ["AskDelete"] = http.Request.Query.ContainsKey("delete"),
        });
    }

    public static async Task<IResult> Change(
        HttpContext http, SeenTurns turns, OwnChoices choices, TimeProvider clock, CancellationToken cancellation)
    {
        var seen = await turns.By(http.Visitor(), cancellation);
        var form = await http.Request.Form(cancellation);
        if (seen is not { InterviewId: { } interview, Hidden: false } || ReadBackCard.Read(name => form[name].FirstOrDefault()) is not { } chosen)
        {
            return Results.LocalRedirect("~/chat/answers");
        }

        await choices.Change(interview, chosen, "respondent", clock.GetUtcNow(), cancellation);
        return Results.LocalRedirect("~/chat/answers?saved");
    }

    /// <summary>Said through the interview itself, so that there is one way of deleting; the page has asked once.</summary>
    public static async Task<IResult> Delete(
        HttpContext http, SeenTurns turns, ReceiveAnswer answers, FinishReply finish, InTurn inTurn, CancellationToken cancellation)
    {
        var visitor = http.Visitor();
        if (await turns.By(visitor, cancellation) is { InterviewId: { } interview, Hidden: false, Erased: false })
        {
            foreach (var said in (string[])["Delete my answers", "Yes, delete everything"])
            {
                IncomingMessage message = new(visitor.MessageId(Guid.CreateVersion7().ToString("N")), said);
                await inTurn.Handle(visitor.CheckInId, interview, message, answers, finish);
            }
        }

        return Results.LocalRedirect("~/chat/answers");
    }
}
