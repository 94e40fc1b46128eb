using InterviewAgent.Insights;
using InterviewAgent.Privacy;
using InterviewAgent.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Accounts;

/// <summary>For those who sell: in which segments, and from whose promises, reality falls short.</summary>
public sealed class OversellModel(ReadOversell read, Seen seen) : PageModel
{
    public IReadOnlyList<OversellCell> BySegment { get; private set; } = [];
    public IReadOnlyList<OversellCell> BySource { get; private set; } = [];

    public static bool IsFor(ViewerRole role) => role is ViewerRole.Leader or ViewerRole.Admin;

    /// <summary>Who sees some of the accounts would know the others by the difference.</summary>
    public async Task<IActionResult> OnGet(CancellationToken cancellationToken)
    {
        if (!IsFor(seen.Viewer.Role))
        {
            return NotFound();
        }
        (BySegment, BySource) = await read.Run(cancellationToken);
        return Page();
    }
}
