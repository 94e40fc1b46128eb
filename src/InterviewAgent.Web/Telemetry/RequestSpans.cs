using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace InterviewAgent.Web.Telemetry;

/// <summary>Writes on the framework's span of a request what it was for: method, route and status, and no address.</summary>
internal static class RequestSpans
{
    public const string SourceName = "Microsoft.AspNetCore";

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    /// <summary>First of all, so that it is there whatever happens to the request.</summary>
    public static void UseRequestSpans(this WebApplication app)
    {
        if (!TelemetrySetup.IsOn(app.Configuration))
        {
            return;
        }
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            finally
            {
                if (context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span)
                {
                    Tell(context, span);
                }
            }
        });
    }

    private static void Tell(HttpContext context, Activity span)
    {
        var method = context.Request.Method;
        span.SetTag("http.request.method", Methods.Contains(method) ? method : "_OTHER");
        span.SetTag("http.route", (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
        span.SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }
}
