using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Interviewing.Delivery;

/// <summary>Takes the heads of the conversations' queues that may be sent now. In the caller's transaction.</summary>
internal static class ClaimOutbox
{
    internal static async Task<IReadOnlyList<OutgoingMessage>> Run(
        InterviewAgentDb db, int most, DateTimeOffset now, DateTimeOffset leaseUntil, IPaceOutbox pace, CancellationToken cancellation)
    {
        List<OutgoingMessage> claimed = [];
        bool passed;
        do
        {
            passed = false;
            foreach (var (message, to) in await Heads(db, most - claimed.Count, now, pace.FullTenants, cancellation))
            {
                if (await Obstacle(db, message, to, cancellation) is { } why)
                {
                    (message.State, message.Why) = (OutboxState.Refused, why);
                    passed = true; // What stood behind it is a head now.
                }
                else if (message.Proactive && to.TenantId is { } tenant && !pace.TenantTakesOne(tenant))
                {
                    continue; // Left as it is: from now on the tenant's queue is passed over as a whole.
                }
                else if (pace.Rest(to.Id) is var rest && rest > TimeSpan.Zero)
                {
                    message.NextAt = now + rest;
                }
                else
                {
                    (message.State, message.LeaseUntil) = (OutboxState.Sending, leaseUntil);
                    message.Attempts++;
                    claimed.Add(await Words(db, message, to, cancellation));
                }
            }

            await db.SaveChangesAsync(cancellation);
        }
        while (passed && claimed.Count < most);
        return claimed;
    }

    private static async Task<IEnumerable<(OutboxMessage, Conversation)>> Heads(
        InterviewAgentDb db, int most, DateTimeOffset now, IReadOnlyCollection<string> full, CancellationToken cancellation)
    {
        var rows = await (
            from message in db.Outbox
            where message.State == OutboxState.Pending && message.NextAt <= now
            join to in db.Conversations on message.ConversationId equals to.Id
            where !(message.Proactive && to.TenantId != null && full.Contains(to.TenantId))
                && !db.Outbox.Any(before => before.ConversationId == message.ConversationId
                    && (before.State == OutboxState.Sending
                        || (before.State == OutboxState.Pending
                            && (before.At < message.At || (before.At == message.At && before.TurnN < message.TurnN)))))
            orderby message.NextAt
            select new { message, to }).Take(most).ToListAsync(cancellation);
        return rows.GroupBy(row => row.to.Id).Select(same => same.MinBy(row => row.message.Id)!).Select(row => (row.message, row.to));
    }

    /// <summary>Why it is not to be sent at all; null: it is.</summary>
    private static async Task<string?> Obstacle(InterviewAgentDb db, OutboxMessage message, Conversation to, CancellationToken cancellation)
    {
        if (to.StoppedAt is not null)
            return to.StoppedWhy ?? "stopped";
        if (message.InterviewId is not { } id)
            return null;
        // Said elsewhere since then: a question that was answered on the web is not asked again here.
        return await db.Interviews.AnyAsync(held => held.Id == id && held.ConversationId == to.Id, cancellation) ? null : "superseded";
    }

    private static async Task<OutgoingMessage> Words(InterviewAgentDb db, OutboxMessage message, Conversation to, CancellationToken cancellation)
    {
        if (message.InterviewId is not { } id)
            return new(message.Id, to, null, message.Notice);
        return new(message.Id, to, await ReadOutgoing.Turn(db, id, message.TurnN!.Value, cancellation), null);
    }
}
