using InterviewAgent.Privacy.Staff.ApiKeys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Admin;

/// <summary>Makes a key and shows it in the answer to that very POST, never again.</summary>
public sealed class NewKeyModel(ApiKeyDoor keys) : PageModel
{
    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public IReadOnlyList<string> Scopes { get; set; } = [];

    [BindProperty]
    public string? Owner { get; set; }

    public string? Made { get; private set; }
    public string? Problem { get; private set; }

    public void OnGet()
    {
    }

    public async Task OnPost(CancellationToken cancellationToken)
    {
        try
        {
            Made = await keys.Create(Name ?? "", Scopes, string.IsNullOrWhiteSpace(Owner) ? null : Owner.Trim(), User.Identity?.Name ?? "", cancellationToken);
        }
        catch (ArgumentException)
        {
            Problem = "A key needs a name and at least one thing that it may do. Nothing was made.";
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
