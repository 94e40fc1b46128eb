using InterviewAgent.Privacy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Admin;

/// <summary>A person as somebody outside names them.</summary>
public sealed class RespondentsModel(FindRespondent find) : PageModel
{
    private const int Longest = 320;

    [BindProperty]
    public string? Called { get; set; }

    /// <summary>Null: nothing was asked.</summary>
    public IReadOnlyList<FoundRespondent>? Found { get; private set; }

    public void OnGet()
    {
    }

    public async Task OnPost(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(Called) && Called.Length <= Longest)
        {
            Found = await find.Called(Called, cancellationToken);
        }
    }
}
