using InterviewAgent.Privacy.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace InterviewAgent.Web.SignIn;

/// <summary>A GET changes nothing, since mail scanners and previews follow links: the button's POST uses the link up.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInSetup.AttemptsPolicy)]
public sealed class OpenModel(UseSignInLink links, IServiceProvider services) : PageModel
{
    public bool Refused { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(string token, CancellationToken cancellationToken)
    {
        if (await links.Take(token, cancellationToken) is not { } member)
        {
            Refused = true;
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        await services.GetRequiredService<Enter>().As(HttpContext, member, "link");
        return LocalRedirect(Rooms.Home(member.Role));
    }
}
