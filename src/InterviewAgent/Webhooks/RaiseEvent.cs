using System.Text.Json;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Webhooks;

/// <summary>Something happened: a row for each address that wants to know, in the unit of work of its cause. Nothing is saved here.</summary>
internal static class RaiseEvent
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <param name="owner">Of the account, or of the digest; null: it belongs to nobody, and only addresses that want all accounts are told.</param>
    /// <param name="data">Ids, counts, and under "place" where the dashboard shows it ("/accounts/…"); asked for when somebody wants it.</param>
    /// <param name="interviewId">With which the rows go when it is erased or kept to totals.</param>
    public static async Task Run(
        InterviewAgentDb db, string type, string? owner, Func<object> data, DateTimeOffset now, CancellationToken cancellation, Guid? interviewId = null)
    {
        var takers = (await db.Webhooks.AsNoTracking().ToListAsync(cancellation)).Where(webhook => webhook.Takes(type, owner)).ToList();
        if (takers.Count == 0)
        {
            return;
        }
        var (id, json) = (Guid.CreateVersion7(), JsonSerializer.Serialize(data(), Web));
        db.WebhookDeliveries.AddRange(takers.Select(taker => new WebhookDelivery
        {
            WebhookId = taker.Id, EventId = id, Type = type, Data = json, InterviewId = interviewId, At = now, NextAt = now,
        }));
    }
}

/// <summary>An account as events name it: as the API does.</summary>
internal sealed record EventAccount(Guid Id, string ExternalId, string Name, string? Owner)
{
    public static EventAccount Of(Accounts.Account account) => new(account.Id, account.ExternalId, account.Name, account.Owner);
}
