using System.Globalization;
using System.Security.Claims;
using InterviewAgent.Privacy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace InterviewAgent.Web.SignIn;

/// <summary>A GET changes nothing, since mail scanners and previews follow links: the button's POST uses the link up.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInSetup.AttemptsPolicy)]
public sealed class OpenModel(UseSignInLink links, TimeProvider clock) : PageModel
{
    public bool Refused { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(string token, CancellationToken cancellationToken)
    {
        if (await links.Take(token, cancellationToken) is not { } who)
        {
            Refused = true;
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        var identity = new ClaimsIdentity(CookieAuthenticationDefaults.AuthenticationScheme);
        identity.AddClaim(new Claim(ClaimTypes.Name, who));
        identity.AddClaim(new Claim(SignInSetup.SessionBegan, clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture)));
        await HttpContext.SignInAsync(new ClaimsPrincipal(identity));
        return LocalRedirect("/");
    }
}
