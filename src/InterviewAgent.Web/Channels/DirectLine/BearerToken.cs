using InterviewAgent.Web.Channels.DirectLine.Conformance;

namespace InterviewAgent.Web.Channels.DirectLine;

/// <summary>
/// Who calls: the visitor of a valid token whose link still holds, in the one conversation the token is for. Everything else is
/// answered here and reaches no handler.
/// </summary>
internal sealed class BearerToken(DirectLineTokens tokens, Talks talks, ConformanceDoor door, ConformanceGuide guide) : IEndpointFilter
{
    /// <summary>The token of the Authorization header; null when there is none or it is garbled.</summary>
    public static string? Of(HttpRequest request) =>
        request.Headers.Authorization.ToString().Split(' ') is [var scheme, { Length: > 0 and < 8192 } token]
            && scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) ? token : null;

    public static IResult Missing() => DirectLineJson.Error(401, "Unauthorized", "Send the token as Authorization: Bearer.");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (Of(http.Request) is not { } token)
        {
            return Missing();
        }

        var (visitor, fault) = door.Admits(http) && door.IsSecret(token) ? (await BySecret(http), TokenFault.Invalid) : await tokens.Read(token);
        if (visitor is null || (visitor.OfGuide && !door.Admits(http)))
        {
            return fault == TokenFault.Expired
                ? DirectLineJson.Error(403, "TokenExpired", "The token has expired.")
                : DirectLineJson.Error(403, "BadToken", "The token is not valid.");
        }

        if (http.GetRouteValue("conversationId") is string id && id != visitor.CheckInId.ToString("N"))
        {
            return DirectLineJson.Error(403, "BadConversation", "The token is for another conversation.");
        }

        var talk = talks.Of(visitor);
        if (!await talk.IsOpen(visitor, http.RequestAborted))
        {
            return DirectLineJson.Error(403, "LinkEnded", "The link of this interview has ended.");
        }

        http.Features.Set(visitor);
        http.Features.Set(talk);
        return await next(context);
    }

    /// <summary>With the secret: any conversation of the guide, or a new one. A secret is no token: it cannot be refreshed.</summary>
    private async Task<Visitor?> BySecret(HttpContext http) =>
        http.GetRouteValue("conversationId") is string known
            ? Guid.TryParseExact(known, "N", out var conversation) && guide.Knows(conversation)
                ? ConformanceGuide.NewVisitor(null) with { CheckInId = conversation }
                : null
            : http.Request.Path.Value!.EndsWith("/conversations", StringComparison.OrdinalIgnoreCase)
                ? ConformanceGuide.NewVisitor(await GenerateToken.RequestedUser(http.Request, http.RequestAborted))
                : null;
}
