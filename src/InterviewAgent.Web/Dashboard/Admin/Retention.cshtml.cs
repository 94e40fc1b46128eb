using InterviewAgent.Privacy;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Dashboard.Admin;

/// <summary>What is older than it is kept.</summary>
public sealed class RetentionModel(PurgeOld purge, IOptions<PrivacyOptions> options) : PageModel
{
    public DateOnly? Before { get; private set; }
    public int Days { get; private set; }
    public int CheckIns { get; private set; }
    public int Interviews { get; private set; }

    public async Task OnGet(CancellationToken cancellationToken)
    {
        (Before, Days) = (purge.Before, options.Value.RetentionDays);
        (CheckIns, Interviews) = await purge.Count(cancellationToken);
    }
}
