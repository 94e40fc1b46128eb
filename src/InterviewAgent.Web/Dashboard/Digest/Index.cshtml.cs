using System.Globalization;
using InterviewAgent.Insights.Digests;
using InterviewAgent.Insights.Digests.Sending;
using InterviewAgent.Jobs;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Kept = InterviewAgent.Insights.Digests.Digest;

namespace InterviewAgent.Web.Dashboard.Digest;

/// <summary>What changed this week, on one screen: a leader's is about all accounts, a manager's about their own.</summary>
public sealed class IndexModel(
    InterviewAgentDb db, Seen seen, KeepDigest digests, QueueDigests queue, Wake wake, DigestTexts texts, TimeProvider clock) : PageModel
{
    /// <summary>Any day of the week to be shown; none: this week.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Week { get; set; }

    public Kept Digest { get; private set; } = null!;
    public DigestTexts Texts => texts;
    public IReadOnlyList<DateOnly> Weeks { get; private set; } = [];

    /// <summary>Kept, so it changes no more; else a preview of what would be written now.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Accounts of its sentences that this viewer may still know of: an owner may have changed since.</summary>
    public IReadOnlySet<Guid> Known { get; private set; } = new HashSet<Guid>();

    /// <summary>A leader or an administrator may send it before Monday.</summary>
    public bool MaySend => seen.Viewer.Role is ViewerRole.Leader or ViewerRole.Admin;
    public int Readers => queue.Readers();

    /// <summary>What the last press did: how many were queued.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Sent { get; set; }

    public async Task<IActionResult> OnPostSend(CancellationToken cancellationToken)
    {
        if (!MaySend)
        {
            return Forbid();
        }
        var queued = await queue.Now(null, cancellationToken);
        wake.Up();
        db.Audit.Add(new AuditEntry { At = clock.GetUtcNow(), Who = User.Identity?.Name ?? "", Did = $"sent the digest of {digests.ThisWeek:yyyy-MM-dd} to {queued} readers" });
        await db.SaveChangesAsync(cancellationToken);
        return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/digest?sent={queued}"));
    }

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken)
    {
        var owner = seen.Viewer.Owner;
        Weeks = await digests.Weeks(owner, cancellationToken);
        if (string.IsNullOrEmpty(Week))
        {
            Digest = await digests.Preview(owner, cancellationToken);
        }
        else if (DateOnly.TryParseExact(Week, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && await digests.Find(owner, day, cancellationToken) is { } kept)
        {
            Digest = kept;
        }
        else
        {
            return NotFound();
        }
        IsKept = Weeks.Contains(Digest.Week);
        var named = Digest.Claims.Select(claim => claim.AccountId).OfType<Guid>().ToList();
        Known = (await seen.Accounts.Where(account => named.Contains(account.Id)).Select(account => account.Id).ToListAsync(cancellationToken)).ToHashSet();
        return Page();
    }

    public bool Shows(DigestClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.AccountId is not { } account || Known.Contains(account);
    }
}
