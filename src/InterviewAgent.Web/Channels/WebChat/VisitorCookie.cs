using System.Security.Claims;
using InterviewAgent.Interviewing.Links;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.WebChat;

/// <summary>The cookie for which a personal link is swapped. It is as good as its link: revoked or expired, it opens nothing.</summary>
internal static class VisitorCookie
{
    public const string Scheme = "respondent";

    public static Task Give(HttpContext http, Visitor visitor, DateTimeOffset until) => http.SignInAsync(
        Scheme, new ClaimsPrincipal(new ClaimsIdentity(visitor.Claims(), Scheme)),
        new AuthenticationProperties { IsPersistent = true, ExpiresUtc = until, AllowRefresh = false });

    /// <summary>The cookie as it came, where we gave it; one that somebody made up is nobody's, and a limit does not count by it.</summary>
    public static string? Ours(HttpContext http)
    {
        var options = http.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Scheme);
        return options.CookieManager.GetRequestCookie(http, options.Cookie.Name!) is { Length: > 0 } value && options.TicketDataFormat.Unprotect(value) is not null ? value : null;
    }

    public static async Task<Visitor?> Read(HttpContext http) =>
        (await http.AuthenticateAsync(Scheme)).Principal is { } principal ? Visitor.Read(name => principal.FindFirst(name)?.Value) : null;
}

/// <summary>Lets a visitor with a link that still holds through to the page; anybody else gets one kind sentence.</summary>
internal sealed class VisitorOnly(OpenLink links) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        var visitor = await VisitorCookie.Read(http);
        var found = visitor is null ? null : await links.Find(visitor.LinkId, http.RequestAborted);
        if (found is not { State: LinkState.Good })
        {
            return KindPage.For(found?.State ?? LinkState.Unknown, StatusCodes.Status401Unauthorized);
        }

        http.Features.Set(visitor);
        http.Features.Set(found.Link);
        return await next(context);
    }
}
