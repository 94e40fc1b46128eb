using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.SignIn;

/// <summary>Signed in, and not entitled. An address that names an account or a person never comes here: it answers 404.</summary>
public sealed class NotYoursModel : PageModel
{
    public string Home => Rooms.Home(User.Viewer().Role);

    public void OnGet() => Response.StatusCode = StatusCodes.Status403Forbidden;
}
