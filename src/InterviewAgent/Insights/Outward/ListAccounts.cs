using InterviewAgent.Accounts;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights.Outward;

/// <summary>Accounts with what their voice says beside their dashboard, as programs are given them.</summary>
public sealed class ListAccounts(InterviewAgentDb db)
{
    /// <summary>In the order of their ids.</summary>
    /// <param name="after">The last id of the page before; null: the beginning.</param>
    /// <param name="id">This account alone, where the viewer may know of it.</param>
    public async Task<IReadOnlyList<ListedAccount>> Of(Viewer viewer, Guid? after, int most, Guid? id = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var page = viewer.Sees(db.Accounts.AsNoTracking())
            .Where(account => (after == null || account.Id.CompareTo(after.Value) > 0) && (id == null || account.Id == id)).OrderBy(account => account.Id).Take(most);
        var rows = await (
            from account in page
            join kept in db.VoiceReadings.AsNoTracking() on account.Id equals kept.AccountId into any
            from reading in any.DefaultIfEmpty()
            orderby account.Id
            select new
            {
                account.Id, account.ExternalId, account.Name, account.Owner, account.Segment, account.ContractSignedOn, account.RenewalOn,
                Health = account.Health.OrderByDescending(health => health.On).Select(health => (HealthStatus?)health.Status).FirstOrDefault(),
                Reading = reading,
            }).ToListAsync(cancellation);
        return rows.ConvertAll(row => new ListedAccount(
            row.Id, row.ExternalId, row.Name, row.Owner, row.Segment, row.ContractSignedOn, row.RenewalOn, row.Health?.ToString().ToLowerInvariant(), ReadVoices.Stored(row.Reading)));
    }
}

/// <param name="Reading">What the account's voice says beside its dashboard; null: not read yet.</param>
public sealed record ListedAccount(
    Guid Id, string ExternalId, string Name, string? Owner, string? Segment, DateOnly ContractSignedOn, DateOnly? RenewalOn, string? Health, AccountReading? Reading);
