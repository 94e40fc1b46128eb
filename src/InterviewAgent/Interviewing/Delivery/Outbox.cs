using InterviewAgent.Storage;
using InterviewAgent.Storage.Servers;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Interviewing.Delivery;

/// <summary>
/// The queue of what is to be sent. A row is claimed before it is sent and noted after: who dies in between leaves an unknown
/// outcome, which is never sent again by itself. Of one conversation one message is under way at a time, the oldest first. The
/// search touches what is to be sent, however much was sent before.
/// </summary>
public sealed class Outbox(IDbContextFactory<InterviewAgentDb> stores, ThisServer server, TimeProvider clock)
{
    /// <summary>After this a question comes too late to make sense of: it is shown on the next contact.</summary>
    internal static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);

    /// <summary>Notes what was sent and claims what is next, in one transaction.</summary>
    /// <param name="lease">Longer than any sending can take.</param>
    public async Task<IReadOnlyList<OutgoingMessage>> Next(
        IReadOnlyCollection<Delivered> done, int most, TimeSpan lease, IPaceOutbox pace, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(done);
        ArgumentNullException.ThrowIfNull(pace);
        await using var db = await stores.CreateDbContextAsync(cancellation);
        var now = clock.GetUtcNow();
        if (done.Count == 0 && !await db.Outbox.AnyAsync(message =>
            (message.State == OutboxState.Pending && message.NextAt <= now)
            || (message.State == OutboxState.Sending && message.LeaseUntil < now), cancellation))
            return []; // Nobody's writing is held up by an empty queue.

        await using var work = await db.BeginClaim(cancellation);
        await NoteDelivered.Run(db, done, now, cancellation);
        await db.Outbox.Where(message => message.State == OutboxState.Sending && message.LeaseUntil < now)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.State, OutboxState.Unknown).SetProperty(message => message.Why, "lost"), cancellation);
        var claimed = most > 0 ? await ClaimOutbox.Run(db, most, now, now + lease, pace, server.Id, cancellation) : [];
        await work.CommitAsync(cancellation);
        return claimed;
    }

    /// <summary>When the next row that waits for its time may be sent; null: none does. What waits behind another one is not meant.</summary>
    public async Task<DateTimeOffset?> NextAt(CancellationToken cancellation = default)
    {
        await using var db = await stores.CreateDbContextAsync(cancellation);
        var now = clock.GetUtcNow();
        return await db.Outbox.Where(message => message.State == OutboxState.Pending && message.NextAt > now)
            .OrderBy(message => message.NextAt).Select(message => (DateTimeOffset?)message.NextAt).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The channel made the conversation that was wanted; kept before anything is sent there.</summary>
    public async Task Began(Guid conversationId, string channelConversationId, CancellationToken cancellation = default)
    {
        await using var db = await stores.CreateDbContextAsync(cancellation);
        await db.Conversations.Where(place => place.Id == conversationId && place.ChannelConversationId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(place => place.ChannelConversationId, channelConversationId), cancellation);
    }
}
