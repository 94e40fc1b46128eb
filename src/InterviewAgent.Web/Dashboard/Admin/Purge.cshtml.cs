using InterviewAgent.Privacy;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Admin;

/// <summary>Asks once, then removes what is older than it is kept.</summary>
public sealed class PurgeModel(PurgeOld purge) : PageModel
{
    public int CheckIns { get; private set; }
    public int Interviews { get; private set; }
    public int? Removed { get; private set; }

    public async Task OnGet(CancellationToken cancellationToken) => (CheckIns, Interviews) = await purge.Count(cancellationToken);

    public async Task OnPost(CancellationToken cancellationToken) => Removed = await purge.All(User.Identity?.Name ?? "", cancellationToken);
}
