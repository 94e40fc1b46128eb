using InterviewAgent.Privacy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace InterviewAgent.Web.SignIn;

/// <summary>
/// Which role may enter which room: the folder a page lies in decides, and a folder that is not listed is the administrator's. A new
/// page is therefore closed until somebody decides about it here.
/// </summary>
internal static class Rooms
{
    public const string Accounts = "accounts";
    public const string Transcripts = "transcripts";
    public const string Evals = "evals";
    public const string Administration = "administration";

    private static readonly Dictionary<string, ViewerRole[]> Roles = new()
    {
        [Accounts] = [ViewerRole.Leader, ViewerRole.Manager, ViewerRole.Admin],
        [Transcripts] = [ViewerRole.Leader, ViewerRole.Manager, ViewerRole.Admin, ViewerRole.Researcher],
        [Evals] = [ViewerRole.Researcher, ViewerRole.Admin],
        [Administration] = [ViewerRole.Admin],
    };

    private static readonly Dictionary<string, string> Of = new()
    {
        ["Today"] = Accounts, ["Accounts"] = Accounts, ["Flags"] = Accounts, ["Themes"] = Accounts, ["CheckIns"] = Accounts, ["Digest"] = Accounts, ["Interviews"] = Transcripts, ["Search"] = Transcripts,
        ["Evals"] = Evals, ["Admin"] = Administration,
    };

    public static void Add(AuthorizationOptions options)
    {
        foreach (var (room, roles) in Roles)
        {
            options.AddPolicy(room, policy => policy.RequireAuthenticatedUser().RequireRole(roles.Select(role => role.ToString())));
        }
    }

    public static bool MayEnter(ViewerRole role, string room) => Roles[room].Contains(role);

    /// <summary>Where somebody begins who asked for no page.</summary>
    public static string Home(ViewerRole role) => MayEnter(role, Accounts) ? "/" : "/evals";

    /// <summary>Every dashboard page gets the policy of its folder.</summary>
    public static void Close(PageConventionCollection pages) => pages.AddFolderApplicationModelConvention("/Dashboard", page =>
    {
        var folder = page.ViewEnginePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, var name, ..] ? name : "";
        page.EndpointMetadata.Add(new AuthorizeAttribute(Of.GetValueOrDefault(folder, Administration)));
    });
}
