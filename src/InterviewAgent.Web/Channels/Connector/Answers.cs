namespace InterviewAgent.Web.Channels.Connector;

/// <summary>What /api/messages answers. An error has a body in the Connector's own form; the words help its sender and name no secret.</summary>
internal static class Answers
{
    public static IResult Accepted { get; } = Results.StatusCode(StatusCodes.Status202Accepted);

    public static IResult Error(int status, string code, string message) =>
        Results.Json(new Fault(new(code, message)), ActivityJson.Options, statusCode: status);

    public static IResult Refused(HttpContext http, Refusal refusal)
    {
        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
        }
        if (refusal.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = "5";
        }
        return Error(refusal.Status, refusal.Code, refusal.Message);
    }

    public static IResult Of(InvokeAnswer? answer, ChannelActivity activity) => answer switch
    {
        { Body: { } body } => Results.Json(body, ActivityJson.Options, statusCode: answer.Status),
        { } => Results.StatusCode(answer.Status),
        null when activity.IsInvoke => Results.StatusCode(StatusCodes.Status501NotImplemented),
        null => Of(InvokeAnswer.Replies(), activity),
    };

    private sealed record Fault(Reason Error);

    private sealed record Reason(string Code, string Message);
}
