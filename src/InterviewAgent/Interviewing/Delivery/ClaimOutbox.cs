using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Interviewing.Delivery;

/// <summary>Takes the heads of the conversations' queues that may be sent now. In the caller's transaction.</summary>
internal static class ClaimOutbox
{
    internal static async Task<IReadOnlyList<OutgoingMessage>> Run(
        InterviewAgentDb db, int most, DateTimeOffset now, DateTimeOffset leaseUntil, Guid claim, IPaceOutbox pace, Guid server, CancellationToken cancellation)
    {
        List<OutgoingMessage> claimed = [];
        bool passed;
        do
        {
            passed = false;
            foreach (var head in await Heads(db, most - claimed.Count, now, pace.FullTenants, server, cancellation))
            {
                var (message, to) = (head.Message, head.To);
                if (Obstacle(head) is { } why)
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
                    (message.State, message.Claim, message.LeaseUntil) = (OutboxState.Sending, claim, leaseUntil);
                    message.Attempts++;
                    claimed.Add(new(message.Id, to, head.Turn is { } turn ? ReadOutgoing.Of(turn, head.CheckInId!.Value, !head.Passed) : null, message.Notice, head.Turn?.TraceParent, claim));
                }
            }

            await db.SaveChangesAsync(cancellation);
        }
        while (passed && claimed.Count < most);
        return claimed;
    }

    private static async Task<IEnumerable<Head>> Heads(
        InterviewAgentDb db, int most, DateTimeOffset now, IReadOnlyCollection<string> full, Guid server, CancellationToken cancellation)
    {
        var rows = await (
            from message in db.Outbox
            where message.State == OutboxState.Pending && message.NextAt <= now
            join to in db.Conversations on message.ConversationId equals to.Id
            where (to.CalledUntil == null || to.CalledUntil < now || to.CalledBy == server)
            where !(message.Proactive && to.TenantId != null && full.Contains(to.TenantId))
                // Both states named first: so the index finds them among all that was ever sent to this conversation.
                && !db.Outbox.Any(before => before.ConversationId == message.ConversationId
                    && (before.State == OutboxState.Sending || before.State == OutboxState.Pending)
                    && (before.State == OutboxState.Sending || before.At < message.At
                        || (before.At == message.At && before.TurnN < message.TurnN)))
            from turn in db.Turns.Where(said => said.InterviewId == message.InterviewId && said.N == message.TurnN).DefaultIfEmpty()
            from held in db.Interviews.Where(one => one.Id == message.InterviewId).DefaultIfEmpty()
            orderby message.NextAt
            select new Head(
                message, to, turn, held == null ? null : held.CheckInId, held == null ? null : held.ConversationId,
                db.Turns.Any(later => later.InterviewId == message.InterviewId && later.N > message.TurnN)))
            .Take(most).ToListAsync(cancellation);
        var heads = rows.GroupBy(row => row.To.Id).Select(same => same.MinBy(row => row.Message.Id)!).ToList();
        if (!db.IsShared)
        {
            return heads;
        }

        // Held until the claim is written, as they stand now: what another server has claimed since is left out.
        var ids = heads.ConvertAll(head => head.Message.Id);
        var mine = await db.Unheld(db.Outbox.Where(message => ids.Contains(message.Id) && message.State == OutboxState.Pending && message.NextAt <= now))
            .Select(message => message.Id).ToListAsync(cancellation);
        return heads.Where(head => mine.Contains(head.Message.Id));
    }

    /// <summary>Why it is not to be sent at all; null: it is.</summary>
    private static string? Obstacle(Head head) => head switch
    {
        { To.StoppedAt: not null } => head.To.StoppedWhy ?? "stopped",
        { Message.InterviewId: null } => null,
        // Said elsewhere since then: a question that was answered on the web is not asked again here.
        _ when head.HeldIn != head.To.Id => "superseded",
        _ => null,
    };

    /// <param name="Turn">Null: a notice; so are the check-in and the conversation in which the interview is held now.</param>
    /// <param name="Passed">Something was said after it.</param>
    private sealed record Head(OutboxMessage Message, Conversation To, Turn? Turn, Guid? CheckInId, Guid? HeldIn, bool Passed);
}
