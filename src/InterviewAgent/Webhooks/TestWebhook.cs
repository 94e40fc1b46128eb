using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Webhooks;

/// <summary>Sends one event of type "test" now, in the caller's thread; nothing is stored.</summary>
public sealed class TestWebhook(InterviewAgentDb db, DeliverWebhook deliver, TimeProvider clock)
{
    /// <summary>Null: no such webhook.</summary>
    public async Task<Answer?> Run(Guid id, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        return await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } webhook ? null : await deliver.Run(
            webhook, new WebhookDelivery { WebhookId = id, EventId = Guid.CreateVersion7(), Type = WebhookEvents.Test, Data = "{}", At = now }, cancellation);
    }
}
