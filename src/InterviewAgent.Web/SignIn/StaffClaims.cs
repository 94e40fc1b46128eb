using System.Security.Claims;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Staff;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace InterviewAgent.Web.SignIn;

/// <summary>A member of staff as the claims of a request, and back.</summary>
internal static class StaffClaims
{
    private const string Owner = "owner";

    public static ClaimsPrincipal Principal(StaffMember member)
    {
        var identity = new ClaimsIdentity(CookieAuthenticationDefaults.AuthenticationScheme);
        identity.AddClaim(new Claim(ClaimTypes.Name, member.Who));
        identity.AddClaim(new Claim(ClaimTypes.Role, member.Role.ToString()));
        if (member.Owner is { } owner)
        {
            identity.AddClaim(new Claim(Owner, owner));
        }

        return new ClaimsPrincipal(identity);
    }

    /// <summary>Who reads. Somebody without a role that we know sees what a manager without accounts sees: nothing.</summary>
    public static Viewer Viewer(this ClaimsPrincipal user) => new StaffMember(
        user.Identity?.Name ?? "",
        Enum.TryParse<ViewerRole>(user.FindFirst(ClaimTypes.Role)?.Value, out var role) && Enum.IsDefined(role) ? role : ViewerRole.Manager,
        user.FindFirst(Owner)?.Value).Viewer;
}
