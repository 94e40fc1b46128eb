using InterviewAgent.Jobs;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Webhooks;

/// <summary>Removes rows that nobody asks for any more, forgets secrets that ran out, and seals the others anew when the link keys were rotated.</summary>
internal sealed class TidyWebhooks(InterviewAgentDb db, SecretSeal seal, IOptions<WebhookOptions> options, TimeProvider clock) : ISweep
{
    public async Task<int> Run(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var before = now.AddDays(-options.Value.KeepDays);
        // What waits for a paused address is as old as what was sent; it is not kept for ever either.
        var gone = await db.WebhookDeliveries.Where(row => row.At < before && row.State != DeliveryState.Claimed).ExecuteDeleteAsync(cancellation);
        foreach (var webhook in await db.Webhooks.ToListAsync(cancellation))
        {
            if (webhook.OldSecretUntil <= now)
            {
                (webhook.OldSecret, webhook.OldSecretUntil) = (null, null);
            }
            if (!seal.IsCurrent(webhook.Secret) && seal.Open(webhook.Secret) is { } secret)
            {
                webhook.Secret = seal.Close(secret);
            }
        }
        await db.SaveChangesAsync(cancellation);
        return gone;
    }
}
