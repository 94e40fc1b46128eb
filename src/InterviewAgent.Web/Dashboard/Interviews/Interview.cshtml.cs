using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Web.Dashboard.Quotes;
using InterviewAgent.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Interviews;

/// <summary>What was said, with what was found at its words. Opening it is written down.</summary>
public sealed class InterviewModel(InterviewAgentDb db, Seen seen, ReadTranscript transcripts, Codebook codebook, TimeProvider clock) : PageModel
{
    public sealed record Head(
        Guid AccountId, string? Account, DateOnly SignedOn, DateOnly HeldOn, Checkpoint Checkpoint, InterviewOrigin Origin, string Channel,
        string Language, string? GuideId, string? GuideHash, string? RulesVersion, InterviewStatus Status);

    /// <summary>A finding at one of its quotes.</summary>
    public sealed record Note(WordSpan Span, string Code, string Name, int? Severity, CommitmentStatus? Status, string Origin, string? Because);

    public Head About { get; private set; } = null!;
    public ShownTranscript? Transcript { get; private set; }
    public ILookup<Guid, Note> Notes { get; private set; } = Array.Empty<Note>().ToLookup(note => note.Span.TurnId);

    public async Task<IActionResult> OnGet(Guid id, CancellationToken cancellationToken)
    {
        // An interview that nobody may read answers like one that does not exist.
        var about = await (
            from interview in db.Interviews.AsNoTracking()
            join account in seen.Accounts on interview.AccountId equals account.Id
            where interview.Id == id
            select new Head(
                account.Id, seen.Viewer.MaySeeNames ? account.Name : null, account.ContractSignedOn, interview.HeldOn, interview.Checkpoint, interview.Origin, interview.Channel,
                interview.Language, interview.GuideId, interview.GuideHash, interview.RulesVersion, interview.Status)).FirstOrDefaultAsync(cancellationToken);
        var notes = about is null ? [] : await NotesOf(id, cancellationToken);
        Transcript = about is null ? null : await transcripts.Read(seen.Viewer, id, [.. notes.Select(note => note.Span)], cancellationToken);
        if (about is null || Transcript is null)
        {
            return NotFound();
        }

        // A finding whose words are hidden would tell what they said.
        var hidden = Transcript.Turns.SelectMany(turn => turn.Pieces.Where(piece => piece.Text is null).Select(piece => (turn.TurnId, piece))).ToList();
        Notes = notes.Where(note => !hidden.Exists(gap => gap.TurnId == note.Span.TurnId
            && gap.piece.Start < note.Span.Start + note.Span.Length && note.Span.Start < gap.piece.Start + gap.piece.Length))
            .ToLookup(note => note.Span.TurnId);
        About = about;
        db.Audit.Add(new AuditEntry { At = clock.GetUtcNow(), Who = User.Identity?.Name ?? "", Did = "opened a transcript", Subject = id });
        await db.SaveChangesAsync(cancellationToken);
        return Page();
    }

    public bool IsMarked(VisibleTurn turn, ShownPiece piece) => piece.Text is not null && turn.Speaker == Speaker.Participant
        && Notes[turn.TurnId].Any(note => note.Span.Start <= piece.Start && piece.Start < note.Span.Start + note.Span.Length);

    /// <summary>Whether any of the words a finding rests on may be seen here: its reasons name their stems.</summary>
    public static bool IsShown(VisibleTurn turn, Note note)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(note);
        var under = turn.Pieces.Where(piece => piece.Start < note.Span.Start + note.Span.Length && note.Span.Start < piece.Start + piece.Length).ToList();
        return under.Count > 0 && under.TrueForAll(piece => piece.Text?.Length == piece.Length); // A name shown as "[a colleague]" must not come back as a stem.
    }

    private async Task<IReadOnlyList<Note>> NotesOf(Guid id, CancellationToken cancellationToken)
    {
        var findings = await db.Findings.AsNoTracking().Include(finding => finding.Quotes)
            .Where(finding => finding.InterviewId == id && finding.Verified && !finding.SetAside).ToListAsync(cancellationToken);
        return [.. findings.SelectMany(finding => finding.Quotes.Select(quote => new Note(
            new WordSpan(quote.TurnId, quote.Start, quote.Length), finding.Code, codebook.NameOf(finding.Code), finding.Severity, finding.Status,
            finding.Origin, finding.Because)))];
    }
}
