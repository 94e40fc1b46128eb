namespace InterviewAgent.Web.Channels;

/// <summary>
/// A POST with a cookie must come from our own page. Browsers say where from: Fetch Metadata, and Origin where that is lacking.
/// A caller that is no browser sends neither and holds nobody else's cookie.
/// </summary>
internal sealed class SameOrigin : IEndpointFilter
{
    public static bool Allows(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is "" or "same-origin" or "none"
            && (origin.Length == 0
                // no-referrer makes browsers send "null" with our own forms; Fetch Metadata has then already decided.
                || (origin == "null" && site == "same-origin")
                || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                    && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)));
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Allows(context.HttpContext.Request) ? await next(context) : WebChat.KindPage.Say(403, "This cannot be done from there", "Open your personal link and do it on its own page.");
}
