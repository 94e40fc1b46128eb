using System.Security.Claims;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Staff;

namespace InterviewAgent.Web.SignIn.OpenIdConnect;

/// <summary>What the provider's claims make of a person here.</summary>
internal static class WhoSignsIn
{
    // Of several roles the one that sees most. A researcher reads all accounts' transcripts, though masked, so it stands above a manager's own.
    private static readonly ViewerRole[] WidestFirst = [ViewerRole.Admin, ViewerRole.Leader, ViewerRole.Researcher, ViewerRole.Manager];

    /// <summary>Null: no role here.</summary>
    public static StaffMember? Of(ClaimsPrincipal claims, OpenIdOptions options)
    {
        var roles = claims.FindAll(options.RoleClaim).Select(claim => options.Roles.TryGetValue(claim.Value, out var role) ? (ViewerRole?)role : null).OfType<ViewerRole>().ToHashSet();
        var name = new[] { options.NameClaim, "email", "sub" }.Select(claim => claims.FindFirst(claim)?.Value).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
        return roles.Count == 0 || name is null ? null : new StaffMember(
            name.Length > StaffMember.LongestName ? name[..StaffMember.LongestName] : name,
            WidestFirst.First(roles.Contains), options.OwnerClaim.Length == 0 ? null : claims.FindFirst(options.OwnerClaim)?.Value);
    }
}
