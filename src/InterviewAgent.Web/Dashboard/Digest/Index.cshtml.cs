using System.Globalization;
using InterviewAgent.Insights.Digests;
using InterviewAgent.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Kept = InterviewAgent.Insights.Digests.Digest;

namespace InterviewAgent.Web.Dashboard.Digest;

/// <summary>What changed this week, on one screen: a leader's is about all accounts, a manager's about their own.</summary>
public sealed class IndexModel(Seen seen, KeepDigest digests, DigestTexts texts) : PageModel
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
