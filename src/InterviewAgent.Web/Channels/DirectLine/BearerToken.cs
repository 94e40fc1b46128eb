using InterviewAgent.Interviewing.Links;

namespace InterviewAgent.Web.Channels.DirectLine;

/// <summary>
/// Who calls: the visitor of a valid token whose link still holds, in the one conversation the token is for. Everything else is
/// answered here and reaches no handler.
/// </summary>
internal sealed class BearerToken(DirectLineTokens tokens) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.Headers.Authorization.ToString().Split(' ') is not ["Bearer" or "bearer", { Length: > 0 and < 8192 } token])
        {
            return DirectLineJson.Error(401, "Unauthorized", "Send the token as Authorization: Bearer.");
        }

        var (visitor, fault) = await tokens.Read(token);
        if (visitor is null)
        {
            return fault == TokenFault.Expired
                ? DirectLineJson.Error(403, "TokenExpired", "The token has expired.")
                : DirectLineJson.Error(403, "BadToken", "The token is not valid.");
        }

        if (http.GetRouteValue("conversationId") is string id && id != visitor.CheckInId.ToString("N"))
        {
            return DirectLineJson.Error(403, "BadConversation", "The token is for another conversation.");
        }

        var links = http.RequestServices.GetRequiredService<OpenLink>();
        if ((await links.Find(visitor.LinkId, http.RequestAborted)).State != LinkState.Good)
        {
            return DirectLineJson.Error(403, "LinkEnded", "The link of this interview has ended.");
        }

        http.Features.Set(visitor);
        return await next(context);
    }
}
