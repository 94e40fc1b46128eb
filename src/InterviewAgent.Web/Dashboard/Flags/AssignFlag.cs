using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Flags;

/// <summary>Gives an open flag to somebody, with the day by which they act.</summary>
public sealed class AssignFlag(InterviewAgentDb db, Seen seen, TimeProvider clock)
{
    public const int LongestOwner = 100;

    /// <param name="owner">Empty: nobody.</param>
    public async Task To(Guid id, string? owner, DateOnly? due, string who, CancellationToken cancellationToken)
    {
        owner = string.IsNullOrWhiteSpace(owner) ? null : owner.Trim()[..Math.Min(LongestOwner, owner.Trim().Length)];
        var changed = await db.Flags
            .Where(flag => flag.Id == id && flag.ClosedAt == null && seen.Accounts.Any(account => account.Id == flag.AccountId))
            .ExecuteUpdateAsync(flag => flag.SetProperty(row => row.Owner, owner).SetProperty(row => row.Due, due), cancellationToken);
        if (changed == 1)
        {
            db.Audit.Add(new AuditEntry { At = clock.GetUtcNow(), Who = who, Did = "gave a flag an owner and a day", Subject = id });
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
