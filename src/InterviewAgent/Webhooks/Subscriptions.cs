using System.Security.Cryptography;
using InterviewAgent.Outgoing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Webhooks;

/// <summary>A webhook as lists show it, without its secret.</summary>
/// <param name="State">"ok", "failing" or "paused".</param>
/// <param name="Waiting">Events that are not taken yet.</param>
/// <param name="Dead">Events that were given up.</param>
public sealed record WebhookStatus(
    Guid Id, string Url, IReadOnlyList<string> Events, string? Owner, DateTimeOffset CreatedAt, string State, DateTimeOffset? FailingSince, DateTimeOffset? PausedAt,
    string? PausedBecause, int Waiting, int Dead);

/// <summary>Adds, lists, rotates, resumes and removes webhooks, for the command line, the API and the administrators' page.</summary>
public sealed class Subscriptions(InterviewAgentDb db, SecretSeal seal, IOptions<WebhookOptions> options, TimeProvider clock)
{
    /// <summary>Webhooks that one installation may have: each event is a row for each of them.</summary>
    public const int Most = 50;

    /// <param name="owner">Accounts of this owner only; null: all.</param>
    /// <returns>Its id, and its secret as the receiver writes it, which cannot be had again.</returns>
    /// <exception cref="ArgumentException">An address or an event that is none; the same address for the same owner twice; too many.</exception>
    public async Task<(Guid Id, string Secret)> Add(string? url, IReadOnlyCollection<string>? events, string? owner, string by, CancellationToken cancellation = default)
    {
        var to = Checked(url);
        if (events is not { Count: > 0 } || events.Except(WebhookEvents.All).Any())
        {
            throw new ArgumentException($"A webhook has one or more of these events: {string.Join(", ", WebhookEvents.All)}.");
        }
        owner = string.IsNullOrWhiteSpace(owner) ? null : owner.Trim();
        var secret = RandomNumberGenerator.GetBytes(SignWebhook.SecretBytes);
        Webhook webhook = new()
        {
            Url = to, Events = string.Join(' ', events.Distinct().Order(StringComparer.Ordinal)), Owner = owner, Secret = seal.Close(secret), CreatedAt = clock.GetUtcNow(),
        };
        await db.Whole(() => Add(webhook, by, cancellation), cancellation);
        return (webhook.Id, SignWebhook.Write(secret));
    }

    private async Task Add(Webhook webhook, string by, CancellationToken cancellation)
    {
        await using var work = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Webhooks.FirstOrDefaultAsync(row => row.Url == webhook.Url && row.Owner == webhook.Owner, cancellation) is { } same)
        {
            if (same.Id == webhook.Id)
            {
                return; // Added, and the store could not say so.
            }
            throw new ArgumentException($"There is one for this address already, {same.Id}: rotate its secret, or remove it first.");
        }
        if (await db.Webhooks.CountAsync(cancellation) >= Most)
        {
            throw new ArgumentException($"There are {Most} webhooks already: remove one first.");
        }
        db.Webhooks.Add(webhook);
        await Save(webhook.Id, "added a webhook", by, cancellation);
        await work.CommitAsync(cancellation);
    }

    /// <param name="owner">Of this owner only; null: all.</param>
    public async Task<IReadOnlyList<WebhookStatus>> List(string? owner = null, CancellationToken cancellation = default)
    {
        var counts = await db.WebhookDeliveries.Where(row => row.State != DeliveryState.Sent).GroupBy(row => new { row.WebhookId, Dead = row.State == DeliveryState.Dead })
            .Select(same => new { same.Key.WebhookId, same.Key.Dead, Count = same.Count() }).ToListAsync(cancellation);
        int Count(Guid id, bool dead) => counts.Find(row => row.WebhookId == id && row.Dead == dead)?.Count ?? 0;
        return [.. (await db.Webhooks.AsNoTracking().Where(row => owner == null || row.Owner == owner).OrderBy(row => row.Id).ToListAsync(cancellation)).Select(row => new WebhookStatus(
            row.Id, row.Url, row.Events.Split(' '), row.Owner, row.CreatedAt, row.PausedAt is not null ? "paused" : row.FailingSince is not null ? "failing" : "ok",
            row.FailingSince, row.PausedAt, row.PausedBecause, Count(row.Id, false), Count(row.Id, true)))];
    }

    /// <summary>A new secret; the one before signs too for <see cref="WebhookOptions.OldSecretHours"/>. Null: no such webhook.</summary>
    public async Task<string?> Rotate(Guid id, string? owner, string by, CancellationToken cancellation = default)
    {
        if (await Find(id, owner, cancellation) is not { } webhook)
        {
            return null;
        }
        var secret = RandomNumberGenerator.GetBytes(SignWebhook.SecretBytes);
        (webhook.OldSecret, webhook.OldSecretUntil) = (webhook.Secret, clock.GetUtcNow().AddHours(options.Value.OldSecretHours));
        webhook.Secret = seal.Close(secret);
        await Save(id, "rotated a webhook's secret", by, cancellation);
        return SignWebhook.Write(secret);
    }

    /// <summary>Sends again what waits for a paused one. False: no such webhook.</summary>
    public async Task<bool> Resume(Guid id, string? owner, string by, CancellationToken cancellation = default)
    {
        if (await Find(id, owner, cancellation) is not { } webhook)
        {
            return false;
        }
        (webhook.PausedAt, webhook.PausedBecause, webhook.FailingSince, webhook.RestUntil) = (null, null, null, null);
        await Save(id, "resumed a webhook", by, cancellation);
        return true;
    }

    /// <summary>It goes with all that waits for it. False: no such webhook.</summary>
    public async Task<bool> Remove(Guid id, string? owner, string by, CancellationToken cancellation = default)
    {
        if (await Find(id, owner, cancellation) is not { } webhook)
        {
            return false;
        }
        db.Webhooks.Remove(webhook);
        await Save(id, "removed a webhook", by, cancellation);
        return true;
    }

    private Task<Webhook?> Find(Guid id, string? owner, CancellationToken cancellation) =>
        db.Webhooks.SingleOrDefaultAsync(row => row.Id == id && (owner == null || row.Owner == owner), cancellation);

    private async Task Save(Guid id, string did, string by, CancellationToken cancellation)
    {
        db.Audit.Add(new AuditEntry { At = clock.GetUtcNow(), Who = by, Did = did, Subject = id });
        await db.SaveChangesAsync(cancellation);
    }

    private string Checked(string? url)
    {
        var open = options.Value.AllowPrivateAddresses;
        return url is { Length: > 0 and <= Webhook.LongestUrl } && Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri)
                && (uri.Scheme == Uri.UriSchemeHttps || (open && uri.Scheme == Uri.UriSchemeHttp)) && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0
            ? open || !PublicAddresses.IsPrivateNumber(uri) ? uri.AbsoluteUri
                : throw new ArgumentException("The address lies in a private network; Webhooks:AllowPrivateAddresses allows that.")
            : throw new ArgumentException($"A webhook's address is https, without a user name and a fragment, of at most {Webhook.LongestUrl} characters.");
    }
}
