using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.CheckIns;

/// <summary>Triggers one due check-in by its id. No words are taken from the caller; a form has nothing but its token.</summary>
public sealed class SendModel(InterviewAgentDb db, Seen seen, SendCheckIn send, TimeProvider clock) : PageModel
{
    public string Account { get; private set; } = "";
    public Checkpoint Checkpoint { get; private set; }
    public DateOnly Due { get; private set; }
    public string? Outcome { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, CancellationToken cancellationToken) =>
        await Find(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid id, CancellationToken cancellationToken)
    {
        if (!await Find(id, cancellationToken))
        {
            return NotFound();
        }

        var outcome = await send.Run(id, cancellationToken);
        Outcome = InWords(outcome);
        if (outcome == CheckInSending.Queued)
        {
            db.Audit.Add(new AuditEntry { At = clock.GetUtcNow(), Who = User.Identity?.Name ?? "", Did = "sent a check-in", Subject = id });
            await db.SaveChangesAsync(cancellationToken);
        }

        return Page();
    }

    private async Task<bool> Find(Guid id, CancellationToken cancellationToken)
    {
        var found = await (
            from due in db.CheckIns.AsNoTracking()
            where due.Id == id
            join account in seen.Accounts on due.AccountId equals account.Id
            select new { account.Name, due.Checkpoint, due.Due }).SingleOrDefaultAsync(cancellationToken);
        (Account, Checkpoint, Due) = (found?.Name ?? "", found?.Checkpoint ?? default, found?.Due ?? default);
        return found is not null;
    }

    private static string InWords(CheckInSending outcome) => outcome switch
    {
        CheckInSending.Queued => "On its way.",
        CheckInSending.AlreadyAsked => "Its question was sent there before and waits for an answer. Nothing was sent now.",
        CheckInSending.UseWebLink => "This person cannot be written to in a chat. Their personal link is the way.",
        _ => "Not due: it is finished, was declined, or its day has not come or is long past. Nothing was sent.",
    };
}
