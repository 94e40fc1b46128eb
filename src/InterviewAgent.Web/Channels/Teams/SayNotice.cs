using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Channels.Teams;

/// <summary>Fixed words beside the interview, by their name in notices.yaml; sent through the outbox like everything.</summary>
internal sealed class SayNotice(InterviewAgentDb db, OutboxWake outbox, TimeProvider clock)
{
    public async Task Run(Guid conversationId, string notice, CancellationToken cancellation)
    {
        db.Outbox.Add(OutboxMessage.OfNotice(conversationId, notice, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellation);
        outbox.Up();
    }

    /// <summary>A greeting, said once in a conversation: of two events at once, one says it.</summary>
    public Task Greeting(Guid conversationId, string notice, CancellationToken cancellation) =>
        db.Whole(() => Once(conversationId, notice, cancellation), cancellation);

    private async Task Once(Guid conversationId, string notice, CancellationToken cancellation)
    {
        await using var work = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Conversations.Where(place => place.Id == conversationId && !place.Greeted)
                .ExecuteUpdateAsync(set => set.SetProperty(place => place.Greeted, true), cancellation) == 0)
        {
            return;
        }

        db.Outbox.Add(OutboxMessage.OfNotice(conversationId, notice, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        outbox.Up();
    }
}
