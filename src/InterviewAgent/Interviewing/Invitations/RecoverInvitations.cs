using InterviewAgent.Accounts;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace InterviewAgent.Interviewing.Invitations;

/// <summary>
/// What a process left behind that died. Before the point of no return nothing had been given away, so it is sent by the next one.
/// After it, or when the whole system went down and may have lost that mark, nobody knows, so it is not sent again: one mail too few is mended by the reminder, one too many by nothing.
/// </summary>
internal sealed partial class RecoverInvitations(IDbContextFactory<InterviewAgentDb> factory, TimeProvider clock, ILogger<RecoverInvitations> logger)
{
    public async Task Run(CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await db.Whole(() => Once(db, cancellation), cancellation);
    }

    private async Task Once(InterviewAgentDb db, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var left = db.Invitations.Where(row => row.ClaimedUntil < now && (row.State == InvitationState.Claimed || row.State == InvitationState.Sending));
        if (!await left.AnyAsync(cancellation))
        {
            return;
        }
        await using var work = await db.Database.BeginTransactionAsync(cancellation);
        var known = left.Where(row => row.State == InvitationState.Claimed && (row.ClaimedBoot == null || row.ClaimedBoot == BootId.Here));
        var again = await known.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, InvitationState.Queued).SetProperty(row => row.ClaimedBy, (Guid?)null)
            .SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null), cancellation);
        // In this order: which check-ins count as invited is read from the rows before they change.
        var invited = db.CheckIns.Where(checkIn => checkIn.InvitedAt == null && left.Any(row => row.CheckInId == checkIn.Id));
        foreach (var accountId in await invited.Select(checkIn => checkIn.AccountId).Distinct().ToListAsync(cancellation))
        {
            OutdatedAccount.Mark(db, accountId);
        }

        await db.SaveChangesAsync(cancellation);
        await invited.ExecuteUpdateAsync(set => set.SetProperty(checkIn => checkIn.InvitedAt, now), cancellation);
        var unknown = await left.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, InvitationState.Unknown).SetProperty(row => row.SentAt, now)
            .SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null), cancellation);
        await work.CommitAsync(cancellation);
        Log.Recovered(logger, again, unknown);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A process died while it sent invitations: {Again} had not been given away and are sent now, of {Unknown} the outcome is unknown and they are not sent again.")]
        public static partial void Recovered(ILogger logger, int again, int unknown);
    }
}
