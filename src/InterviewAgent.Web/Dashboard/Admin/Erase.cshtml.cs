using InterviewAgent.Insights;
using InterviewAgent.Privacy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Admin;

/// <summary>Asks once, with the person's id typed by hand, then erases and says what is out of reach.</summary>
public sealed class EraseModel(FindRespondent find, WhatIsHeld held, ForgetRespondent forget) : PageModel
{
    public FoundRespondent? Person { get; private set; }
    public Holdings Held { get; private set; } = null!;
    public Forgotten? Done { get; private set; }
    public bool Wrong { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, CancellationToken cancellationToken) => await Find(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid id, string? confirmed, CancellationToken cancellationToken)
    {
        if (!await Find(id, cancellationToken))
        {
            return NotFound();
        }

        if (confirmed?.Trim() != Person!.ExternalId)
        {
            Wrong = true;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Done = await forget.Run(id, User.Identity?.Name ?? "", cancellationToken);
        return Done is null ? NotFound() : Page();
    }

    private async Task<bool> Find(Guid id, CancellationToken cancellationToken)
    {
        Person = (await find.Called(id.ToString(), cancellationToken)).SingleOrDefault();
        Held = await held.Of(id, cancellationToken);
        return Person is not null;
    }
}
