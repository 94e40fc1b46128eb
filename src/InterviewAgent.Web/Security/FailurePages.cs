using InterviewAgent.Storage;
using InterviewAgent.Web.SignIn;
using Microsoft.AspNetCore.Diagnostics;

namespace InterviewAgent.Web.Security;

/// <summary>A failure says one kind sentence and where it was noted; never a stack trace, in development neither.</summary>
internal static class FailurePages
{
    public static void UseFailurePages(this WebApplication app)
    {
        app.UseExceptionHandler(failed => failed.Run(Failed));
        app.UseStatusCodePages(status => Say(status.HttpContext, status.HttpContext.Response.StatusCode));
    }

    /// <summary>
    /// A store that is taken for the moment is no fault of the request's: the same again will do. A request that breaks HTTP itself (a
    /// wrong chunk, too long, too slow) is its sender's fault and not ours.
    /// </summary>
    private static Task Failed(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (!StoreFailure.IsPassing(failure))
        {
            return Say(context, (failure as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError);
        }

        context.Response.Headers.RetryAfter = "1";
        return Say(context, StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task Say(HttpContext context, int status)
    {
        var sentence = status switch
        {
            400 => "The request could not be read, or its page was open for too long. Go back, reload the page and try again; nothing was done.",
            404 => "There is nothing at this address. It may have been erased, or the link is incomplete.",
            429 => "Too many attempts in a short time. Wait a minute and try again.",
            503 => "The server is busy for a moment. Try again; nothing you sent was half done.",
            _ when status >= 500 => "Something went wrong on our side. It has been noted in the server's log; nothing you sent was half done.",
            _ => "This cannot be done here.",
        };
        context.Response.StatusCode = status;
        if (context.Request.Path.StartsWithSegments("/v3/directline", StringComparison.OrdinalIgnoreCase))
        {
            await context.Response.WriteAsJsonAsync(
                new { error = new { code = DirectLineCode(status), message = sentence } }, context.RequestAborted);
            return;
        }

        if (!context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            await context.Response.WriteAsJsonAsync(
                new { status, title = sentence }, options: null, contentType: "application/problem+json", context.RequestAborted);
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(
            $"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>InterviewAgent</title><link rel="icon" href="data:,"><link rel="stylesheet" href="{context.Request.PathBase}/tokens.css"><link rel="stylesheet" href="{context.Request.PathBase}/site.css"></head>
            <body><main class="door"><h1>{(status == 404 ? "Not here" : "That did not work")}</h1><p>{sentence}</p>{(ForRespondents(context.Request.Path) ? "<p>Nothing you said is lost. Your link opens where you left off.</p>" : "<p><a href=\"" + context.Request.PathBase + Home(context) + "\">To the dashboard</a></p>")}</main></body></html>
            """,
            context.RequestAborted);
    }

    private static string Home(HttpContext context) => context.User.Identity?.IsAuthenticated == true ? Rooms.Home(context.User.Viewer().Role) : "/";

    /// <summary>A respondent has no business with the dashboard and is not shown the way to it.</summary>
    private static bool ForRespondents(PathString path) => path.StartsWithSegments("/i") || path.StartsWithSegments("/chat") || path.StartsWithSegments("/m");

    /// <summary>Direct Line's own codes: its clients read {error: {code, message}}.</summary>
    private static string DirectLineCode(int status) => status switch
    {
        429 => "TooManyRequests",
        413 => "MessageSizeTooBig",
        _ when status >= 500 => "ServiceError",
        _ => "BadArgument",
    };
}
