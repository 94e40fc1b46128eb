using InterviewAgent.Insights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Accounts;

/// <summary>For those who sell: in which segments, and from whose promises, reality falls short.</summary>
public sealed class OversellModel(ReadOversell read) : PageModel
{
    public IReadOnlyList<OversellCell> BySegment { get; private set; } = [];
    public IReadOnlyList<OversellCell> BySource { get; private set; } = [];

    public async Task OnGet(CancellationToken cancellationToken) => (BySegment, BySource) = await read.Run(cancellationToken);
}
