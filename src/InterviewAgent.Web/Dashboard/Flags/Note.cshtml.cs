using InterviewAgent.Insights.CallNotes;
using InterviewAgent.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Flags;

/// <summary>What do I say? One printed page, for whoever calls.</summary>
public sealed class NoteModel(Seen seen, ReadCallNote read, CallNoteTexts texts) : PageModel
{
    public CallNote Note { get; private set; } = null!;
    public CallNoteTexts Texts => texts;

    /// <summary>A model can join the facts; it is asked when somebody presses, since that costs time and money.</summary>
    public bool CanBeWorded => read.CanBeWorded;

    /// <summary>Somebody pressed: the page says what came of it.</summary>
    public bool Asked { get; private set; }

    public Task<IActionResult> OnGet(Guid id, CancellationToken cancellationToken) => Show(id, false, cancellationToken);

    public Task<IActionResult> OnPost(Guid id, CancellationToken cancellationToken) => Show(id, true, cancellationToken);

    private async Task<IActionResult> Show(Guid id, bool worded, CancellationToken cancellationToken)
    {
        if (await read.Of(seen.Viewer, id, worded, cancellationToken) is not { } note)
        {
            return NotFound();
        }
        (Note, Asked) = (note, worded && CanBeWorded);
        return Page();
    }
}
