using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Webhooks;

/// <summary>Events that were given up: lists them, and queues them again under their ids.</summary>
public sealed class ReplayDeliveries(InterviewAgentDb db, TimeProvider clock)
{
    private const int Most = 1000;

    public async Task<IReadOnlyList<WebhookDelivery>> Dead(CancellationToken cancellation = default) =>
        await db.WebhookDeliveries.AsNoTracking().Where(row => row.State == DeliveryState.Dead).OrderBy(row => row.At).ThenBy(row => row.Id).Take(Most).ToListAsync(cancellation);

    /// <param name="id">One delivery, also one that was taken and that its receiver lost; null: all dead ones.</param>
    /// <returns>How many were queued. Of a paused webhook they wait until it is resumed.</returns>
    public Task<int> Run(Guid? id, string by, CancellationToken cancellation = default) => db.Whole(() => Once(id, by, cancellation), cancellation);

    private async Task<int> Once(Guid? id, string by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var work = await db.Database.BeginTransactionAsync(cancellation);
        var queued = await db.WebhookDeliveries.Where(row => id == null ? row.State == DeliveryState.Dead : row.Id == id && (row.State == DeliveryState.Dead || row.State == DeliveryState.Sent))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Queued).SetProperty(row => row.NextAt, now).SetProperty(row => row.Attempts, 0)
                .SetProperty(row => row.EndedAt, (DateTimeOffset?)null), cancellation);
        if (queued > 0)
        {
            db.Audit.Add(new AuditEntry { At = now, Who = by, Did = $"replayed {queued} webhook events", Subject = id });
            await db.SaveChangesAsync(cancellation);
        }
        await work.CommitAsync(cancellation);
        return queued;
    }
}
