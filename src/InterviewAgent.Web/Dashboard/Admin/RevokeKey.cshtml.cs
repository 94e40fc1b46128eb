using InterviewAgent.Privacy.Staff.ApiKeys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Admin;

/// <summary>Asks once, then ends a key.</summary>
public sealed class RevokeKeyModel(ApiKeyDoor keys) : PageModel
{
    public string Name { get; private set; } = "";
    public bool Revoked { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, CancellationToken cancellationToken) => await Find(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid id, CancellationToken cancellationToken)
    {
        Revoked = await Find(id, cancellationToken) && await keys.Revoke(id, User.Identity?.Name ?? "", cancellationToken);
        return Revoked ? Page() : NotFound();
    }

    private async Task<bool> Find(Guid id, CancellationToken cancellationToken)
    {
        var key = (await keys.List(cancellationToken)).FirstOrDefault(one => one.Id == id && one.RevokedAt is null);
        Name = key?.Name ?? "";
        return key is not null;
    }
}
