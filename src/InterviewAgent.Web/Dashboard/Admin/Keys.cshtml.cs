using InterviewAgent.Privacy.Staff.ApiKeys;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Admin;

/// <summary>The keys there are, revoked ones too; never their secrets.</summary>
public sealed class KeysModel(ApiKeyDoor keys) : PageModel
{
    public IReadOnlyList<ApiKey> Rows { get; private set; } = [];

    public async Task OnGet(CancellationToken cancellationToken) =>
        Rows = [.. (await keys.List(cancellationToken)).OrderBy(key => key.RevokedAt is not null).ThenByDescending(key => key.CreatedAt)];
}
