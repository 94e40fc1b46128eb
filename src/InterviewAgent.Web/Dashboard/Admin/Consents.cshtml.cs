using InterviewAgent.Privacy.Consents;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Admin;

/// <summary>What people were asked by, and how many agreed to each.</summary>
public sealed class ConsentsModel(ListConsentVersions versions) : PageModel
{
    public IReadOnlyList<CountedConsentVersion> Versions { get; private set; } = [];

    public async Task OnGet(CancellationToken cancellationToken) => Versions = await versions.Run(cancellationToken);
}
