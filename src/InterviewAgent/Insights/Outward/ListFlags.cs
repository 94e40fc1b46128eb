using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights.Outward;

/// <summary>Flags of the accounts that a viewer may know of, as programs are given them.</summary>
public sealed class ListFlags(InterviewAgentDb db)
{
    /// <summary>In the order of their ids.</summary>
    /// <param name="open">Only those without an outcome that still hold.</param>
    /// <param name="after">The last id of the page before; null: the beginning.</param>
    public async Task<IReadOnlyList<Flag>> Of(Viewer viewer, bool open, Guid? after, int most, Guid? account = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var seen = viewer.Sees(db.Accounts);
        return await db.Flags.AsNoTracking()
            .Where(flag => seen.Any(row => row.Id == flag.AccountId) && (!open || flag.Outcome == null && flag.ClosedAt == null)
                && (after == null || flag.Id.CompareTo(after.Value) > 0) && (account == null || flag.AccountId == account))
            .OrderBy(flag => flag.Id).Take(most).ToListAsync(cancellation);
    }
}
