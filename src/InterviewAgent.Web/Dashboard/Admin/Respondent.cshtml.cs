using System.Text;
using InterviewAgent.Privacy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Admin;

/// <summary>What is kept of one person, and their file as a download.</summary>
public sealed class RespondentModel(FindRespondent find, WhatIsHeld held, ExportRespondent export) : PageModel
{
    public FoundRespondent? Person { get; private set; }
    public Holdings Held { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid id, CancellationToken cancellationToken)
    {
        Person = (await find.Called(id.ToString(), cancellationToken)).SingleOrDefault();
        if (Person is null)
        {
            return NotFound();
        }

        Held = await held.Of(id, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostExport(Guid id, CancellationToken cancellationToken) =>
        await export.Run(id, User.Identity?.Name ?? "", cancellationToken) is { } document
            ? File(Encoding.UTF8.GetBytes(document.ToJson()), "application/json", $"respondent-{id}.json") : NotFound();
}
