using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Links;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InterviewAgent.Web.Channels.WebChat;

/// <summary><c>/chat/code</c>: the six digits that make another device see earlier answers.</summary>
internal static class DeviceCodeEndpoint
{
    public static IResult Get(IDeliverCodes codes) => Page(codes.CanDeliver ? CodeStep.Ask : CodeStep.CannotSend);

    public static async Task<IResult> Send(HttpContext http, DeviceCode code, IDeliverCodes codes, CancellationToken cancellation)
    {
        if (!codes.CanDeliver)
        {
            return Page(CodeStep.CannotSend);
        }

        var link = http.Link();
        if (await code.Make(link.Id, cancellation) is not { } digits)
        {
            return Page(CodeStep.TooMany);
        }

        return Page(await codes.Deliver(link, digits, cancellation) ? CodeStep.Enter : CodeStep.CannotSend);
    }

    public static async Task<IResult> Enter(HttpContext http, DeviceCode code, CancellationToken cancellation)
    {
        var link = http.Link();
        var form = await http.Request.Form(cancellation);
        if (!await code.Take(link.Id, form["code"].FirstOrDefault(), cancellation))
        {
            return Page(CodeStep.Wrong);
        }

        var visitor = http.Visitor() with { Trusted = true, FirstTurn = 1 };
        await VisitorCookie.Give(http, visitor, link.ExpiresAt);
        return Results.LocalRedirect("~/chat");
    }

    private static RazorComponentResult<Code> Page(CodeStep step) => new(new Dictionary<string, object?> { ["Step"] = step });
}

public enum CodeStep { Ask, Enter, Wrong, TooMany, CannotSend }
