using InterviewAgent.Privacy.Staff;
using InterviewAgent.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Dashboard.Admin;

/// <summary>Asks once, then ends every session under the name that one of them has.</summary>
public sealed class EndSessionsModel(StaffSessions sessions, IServiceProvider services) : PageModel
{
    public int? Ended { get; private set; }
    public string Who { get; private set; } = "";
    public int Count { get; private set; }
    public bool IsOwn { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, CancellationToken cancellationToken) => await Find(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid id, CancellationToken cancellationToken)
    {
        if (!await Find(id, cancellationToken))
        {
            return NotFound();
        }

        Ended = await sessions.Revoke(Who, User.Identity?.Name ?? "", cancellationToken);
        return Page();
    }

    private async Task<bool> Find(Guid id, CancellationToken cancellationToken)
    {
        var most = TimeSpan.FromDays(services.GetRequiredService<IOptions<SignInOptions>>().Value.MostDays);
        var open = await sessions.Open(most, cancellationToken);
        Who = open.FirstOrDefault(session => session.Id == id)?.Who ?? "";
        Count = open.Count(session => session.Who == Who);
        IsOwn = Who == User.Identity?.Name;
        return Who.Length > 0;
    }
}
