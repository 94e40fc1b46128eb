using InterviewAgent.Webhooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Admin;

/// <summary>Who is told of what, and whether it arrives; a paused one can be let go on.</summary>
public sealed class WebhooksModel(Subscriptions webhooks) : PageModel
{
    public IReadOnlyList<WebhookStatus> Rows { get; private set; } = [];
    public bool Resumed { get; private set; }

    public async Task OnGet(CancellationToken cancellationToken) => Rows = await webhooks.List(null, cancellationToken);

    public async Task<IActionResult> OnPostResume(Guid id, CancellationToken cancellationToken)
    {
        Resumed = await webhooks.Resume(id, null, User.Identity?.Name ?? "", cancellationToken);
        if (!Resumed)
        {
            return NotFound();
        }

        await OnGet(cancellationToken);
        return Page();
    }
}
