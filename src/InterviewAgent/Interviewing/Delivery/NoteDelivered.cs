using InterviewAgent.Accounts;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Interviewing.Delivery;

/// <summary>Writes down what became of messages that were claimed. In the caller's transaction; rows erased meanwhile stay erased.</summary>
internal static class NoteDelivered
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    internal static async Task Run(InterviewAgentDb db, IReadOnlyCollection<Delivered> done, DateTimeOffset now, CancellationToken cancellation)
    {
        if (done.Count == 0)
            return;
        var ids = done.Select(one => one.MessageId).ToList();
        var rows = await db.Outbox.Where(message => ids.Contains(message.Id)).ToDictionaryAsync(message => message.Id, cancellation);
        foreach (var one in done)
        {
            if (rows.TryGetValue(one.MessageId, out var row) && row.Claim == one.Claim && IsOpen(row.State, one.Outcome))
                await Note(db, row, one, now, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Unknown: the lease had ended, and its sender was only slow. Pending: it is to be sent again because of that, and need not be.</summary>
    private static bool IsOpen(OutboxState state, DeliveryOutcome outcome) =>
        state is OutboxState.Sending or OutboxState.Unknown || (state == OutboxState.Pending && outcome == DeliveryOutcome.Sent);

    private static async Task Note(InterviewAgentDb db, OutboxMessage row, Delivered one, DateTimeOffset now, CancellationToken cancellation)
    {
        (row.LeaseUntil, row.Why) = (null, one.Why);
        switch (one.Outcome)
        {
            case DeliveryOutcome.Sent:
                (row.State, row.SentAt, row.ChannelActivityId) = (OutboxState.Sent, now, one.ActivityId);
                if (row is { Proactive: true, InterviewId: { } id }
                    && await db.CheckIns.Where(due => due.InvitedAt == null && db.Interviews.Any(held => held.Id == id && held.CheckInId == due.Id))
                        .ExecuteUpdateAsync(set => set.SetProperty(due => due.InvitedAt, now), cancellation) > 0)
                    OutdatedAccount.Mark(db, await db.Interviews.Where(held => held.Id == id).Select(held => held.AccountId).SingleAsync(cancellation));
                break;
            case DeliveryOutcome.Later when now + Rest(row, one) - row.At < Outbox.GiveUpAfter:
                (row.State, row.NextAt) = (OutboxState.Pending, now + Rest(row, one));
                break;
            case DeliveryOutcome.Unknown:
                row.State = OutboxState.Unknown;
                break;
            case DeliveryOutcome.Stopped:
                row.State = OutboxState.Refused;
                await Stop(db, row.ConversationId, one.Why, now, cancellation);
                break;
            default:
                row.State = OutboxState.Refused;
                break;
        }
    }

    /// <summary>1, 2, 4 … seconds, at most five minutes, and what the channel itself asks for.</summary>
    private static TimeSpan Rest(OutboxMessage row, Delivered one) =>
        one.After ?? TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(row.Attempts, 16) - 1), LongestRest.TotalSeconds));

    private static async Task Stop(InterviewAgentDb db, Guid conversationId, string? why, DateTimeOffset now, CancellationToken cancellation)
    {
        await db.Conversations.Where(place => place.Id == conversationId && place.StoppedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(place => place.StoppedAt, now).SetProperty(place => place.StoppedWhy, why), cancellation);
        // The web link takes over.
        await db.Interviews.Where(held => held.ConversationId == conversationId)
            .ExecuteUpdateAsync(set => set.SetProperty(held => held.ConversationId, (Guid?)null), cancellation);
    }
}
