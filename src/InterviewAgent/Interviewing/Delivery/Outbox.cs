using System.Collections.Concurrent;
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

    private const int Attempts = 6;

    // Claims of which the store did not say whether they hold, and until when they may appear; nobody has begun to send what they hold.
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> unanswered = new();

    /// <summary>Notes what was sent and claims what is next, in one transaction.</summary>
    /// <param name="done">Noted where the row is still its sender's: once, however often it is said.</param>
    /// <param name="lease">Longer than any sending can take.</param>
    public async Task<IReadOnlyList<OutgoingMessage>> Next(
        IReadOnlyCollection<Delivered> done, int most, TimeSpan lease, IPaceOutbox pace, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(done);
        ArgumentNullException.ThrowIfNull(pace);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(done, most, lease, pace, cancellation);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // A row was another one's in the meantime.
            }
        }
    }

    private async Task<IReadOnlyList<OutgoingMessage>> Once(
        IReadOnlyCollection<Delivered> done, int most, TimeSpan lease, IPaceOutbox pace, CancellationToken cancellation)
    {
        await using var db = await stores.CreateDbContextAsync(cancellation);
        var now = clock.GetUtcNow();
        if (done.Count == 0 && unanswered.IsEmpty && !await db.Outbox.AnyAsync(message =>
            (message.State == OutboxState.Pending && message.NextAt <= now)
            || (message.State == OutboxState.Sending && message.LeaseUntil < now), cancellation))
            return []; // Nobody's writing is held up by an empty queue.

        await using var work = await db.BeginClaim(cancellation);
        await NoteDelivered.Run(db, done, now, cancellation);
        await GiveBack(db, now, cancellation);
        await db.Outbox.Where(message => message.State == OutboxState.Sending && message.LeaseUntil < now)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.State, OutboxState.Unknown).SetProperty(message => message.Why, "lost"), cancellation);
        var claim = Guid.NewGuid();
        var claimed = most > 0 ? await ClaimOutbox.Run(db, most, now, now + lease, claim, pace, server.Id, cancellation) : [];
        try
        {
            await work.CommitAsync(cancellation);
            return claimed;
        }
        catch when (claimed.Count > 0)
        {
            unanswered[claim] = now + lease;
            throw;
        }
    }

    /// <summary>
    /// A commit that the store did not answer may hold, also later: what was on its way when a line broke may still arrive. Its rows are in nobody's
    /// hands, and go back into the queue.
    /// </summary>
    private async Task GiveBack(InterviewAgentDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var (claim, until) in unanswered)
        {
            await db.Outbox.Where(message => message.Claim == claim && (message.State == OutboxState.Sending || message.State == OutboxState.Unknown))
                .ExecuteUpdateAsync(set => set.SetProperty(message => message.State, OutboxState.Pending)
                    .SetProperty(message => message.NextAt, now).SetProperty(message => message.Why, (string?)null), cancellation);
            if (until < now)
            {
                unanswered.TryRemove(claim, out _);
            }
        }
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
