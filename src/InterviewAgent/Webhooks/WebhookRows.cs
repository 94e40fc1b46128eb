using System.Security.Cryptography;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Webhooks;

/// <summary>An event that its holder sends now, and to whom.</summary>
internal sealed record ClaimedDelivery(WebhookDelivery Row, Webhook To);

/// <summary>
/// How far each row came. A claim is one statement, so that of two servers one gets the row; only the holder notes what became of it, and who
/// claimed and died loses it when the claim runs out. At least once: a row is sent again unless its address said that it took it.
/// </summary>
internal sealed class WebhookRows(IDbContextFactory<InterviewAgentDb> factory, IOptions<WebhookOptions> options, TimeProvider clock)
{
    private const int MostForOne = 8;

    /// <returns>Rows of addresses that rest or are paused are not among them; of an address that failed last time there is one, to try it.</returns>
    public async Task<IReadOnlyList<ClaimedDelivery>> Take(int most, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var now = clock.GetUtcNow();
        var due = db.WebhookDeliveries.Where(row =>
            (row.State == DeliveryState.Queued && row.NextAt <= now) || (row.State == DeliveryState.Claimed && row.ClaimedUntil < now));
        if (!await due.AnyAsync(cancellation))
        {
            return [];
        }
        var open = await db.Webhooks.AsNoTracking().Where(webhook => webhook.PausedAt == null && (webhook.RestUntil == null || webhook.RestUntil <= now)).ToListAsync(cancellation);
        var (claim, until, taken) = (Guid.NewGuid(), now.AddSeconds(options.Value.ClaimSeconds), 0);
        foreach (var webhook in open)
        {
            var room = Math.Min(most - taken, webhook.FailingSince is null ? MostForOne : 1);
            var ids = room <= 0 ? [] : await due.Where(row => row.WebhookId == webhook.Id).OrderBy(row => row.NextAt).Take(room).Select(row => row.Id).ToListAsync(cancellation);
            taken += ids.Count == 0 ? 0 : await due.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, DeliveryState.Claimed).SetProperty(row => row.ClaimedBy, claim)
                .SetProperty(row => row.ClaimedUntil, until).SetProperty(row => row.Attempts, row => row.Attempts + 1), cancellation);
        }
        var rows = await db.WebhookDeliveries.AsNoTracking().Where(row => row.ClaimedBy == claim).ToListAsync(cancellation);
        return [.. rows.Join(open, row => row.WebhookId, webhook => webhook.Id, (row, webhook) => new ClaimedDelivery(row, webhook))];
    }

    public async Task Note(ClaimedDelivery claimed, Answer answer)
    {
        await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
        await db.Whole(() => Note(db, claimed, answer), CancellationToken.None);
    }

    private async Task Note(InterviewAgentDb db, ClaimedDelivery claimed, Answer answer)
    {
        await using var work = await db.Database.BeginTransactionAsync();
        var now = clock.GetUtcNow();
        var next = answer.Taken || answer.IsGone ? null : RetryPlan.Next(claimed.Row.Attempts, answer.RetryAfter, Chance());
        var state = answer.Taken ? DeliveryState.Sent : next is null ? DeliveryState.Dead : DeliveryState.Queued;
        var (nextAt, ended) = (now + (next ?? TimeSpan.Zero), state == DeliveryState.Queued ? (DateTimeOffset?)null : now);
        await Held(db, claimed).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, state).SetProperty(row => row.NextAt, nextAt).SetProperty(row => row.EndedAt, ended).SetProperty(row => row.LastAnswer, answer.Status)
            .SetProperty(row => row.ClaimedBy, (Guid?)null).SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null));
        await NoteAddress(db, claimed.To.Id, answer, RetryPlan.Rest(next, answer.RetryAfter), now);
        await work.CommitAsync();
    }

    /// <summary>The server stops, and nothing is known: as if it had not been taken up.</summary>
    public async Task Release(ClaimedDelivery claimed)
    {
        await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
        await Held(db, claimed).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, DeliveryState.Queued).SetProperty(row => row.Attempts, row => row.Attempts - 1)
            .SetProperty(row => row.ClaimedBy, (Guid?)null).SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null));
    }

    private async Task NoteAddress(InterviewAgentDb db, Guid id, Answer answer, TimeSpan rest, DateTimeOffset now)
    {
        var webhook = await db.Webhooks.SingleOrDefaultAsync(row => row.Id == id);
        if (webhook is null)
        {
            return; // Removed meanwhile.
        }
        (webhook.FailingSince, webhook.RestUntil) = answer.Taken ? ((DateTimeOffset?)null, (DateTimeOffset?)null) : (webhook.FailingSince ?? now, now + rest);
        if (answer.IsGone || webhook.FailingSince < now.AddDays(-options.Value.PauseAfterDays))
        {
            (webhook.PausedAt, webhook.PausedBecause) = (webhook.PausedAt ?? now, answer.Status);
        }
        await db.SaveChangesAsync();
    }

    private static double Chance() => RandomNumberGenerator.GetInt32(1000) / 1000d;

    private static IQueryable<WebhookDelivery> Held(InterviewAgentDb db, ClaimedDelivery claimed) =>
        db.WebhookDeliveries.Where(row => row.Id == claimed.Row.Id && row.ClaimedBy == claimed.Row.ClaimedBy);
}
