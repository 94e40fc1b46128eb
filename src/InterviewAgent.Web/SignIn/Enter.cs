using System.Security.Claims;
using InterviewAgent.Privacy.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.SignIn;

/// <summary>The session behind the cookie: begun at the sign-in, read at every request, ended at the sign-out or by whoever revokes it.</summary>
internal sealed class Enter(StaffSessions sessions, IOptions<SignInOptions> options)
{
    private const string Session = "session";

    public async Task As(HttpContext http, StaffMember member, string via)
    {
        var id = await sessions.Begin(member, via, http.RequestAborted);
        var cookie = new ClaimsIdentity([new Claim(Session, id.ToString("N"))], CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(cookie));
    }

    /// <summary>Role and name come from the store, so that what is revoked there ends here with the next click.</summary>
    public async Task Check(CookieValidatePrincipalContext context)
    {
        if (Id(context.Principal) is { } id
            && await sessions.Find(id, TimeSpan.FromDays(options.Value.MostDays), context.HttpContext.RequestAborted) is { } member)
        {
            var principal = StaffClaims.Principal(member);
            ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(Session, id.ToString("N")));
            context.ReplacePrincipal(principal);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    public async Task Out(HttpContext http)
    {
        if (Id(http.User) is { } id)
        {
            await sessions.End(id, http.RequestAborted);
        }

        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    public static Guid? Id(ClaimsPrincipal? user) => Guid.TryParseExact(user?.FindFirst(Session)?.Value, "N", out var id) ? id : null;
}
