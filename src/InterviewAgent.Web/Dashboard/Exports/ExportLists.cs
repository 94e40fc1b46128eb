using System.Globalization;
using InterviewAgent.Accounts;
using InterviewAgent.Insights;
using InterviewAgent.Outgoing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Exports;

/// <summary>The lists of accounts and of flags as tables: what their viewer may know of, no words and no names of respondents; each download is audited.</summary>
public sealed class ExportLists(InterviewAgentDb db, Seen seen, TimeProvider clock)
{
    public const string Csv = "csv";

    private static readonly string[] AccountColumns =
        ["id", "external_id", "name", "owner", "segment", "contract_signed_on", "renewal_on", "health", "health_on", "flag", "silent_sufferer", "kinds_of_evidence"];

    private static readonly string[] FlagColumns = ["id", "account_id", "account", "kind", "opened_on", "owner", "due", "state", "closed_on", "kinds_of_evidence", "why"];

    public async Task<IResult> Accounts(CancellationToken cancellation)
    {
        var rows = await (
            from account in seen.Accounts
            join kept in db.VoiceReadings.AsNoTracking() on account.Id equals kept.AccountId into any
            from reading in any.DefaultIfEmpty()
            orderby account.Name, account.Id
            select new
            {
                account.Id, account.ExternalId, account.Name, account.Owner, account.Segment, account.ContractSignedOn, account.RenewalOn,
                Health = account.Health.OrderByDescending(health => health.On).Select(health => (HealthStatus?)health.Status).FirstOrDefault(),
                HealthOn = account.Health.Max(health => (DateOnly?)health.On),
                Reading = reading,
                Flag = db.Flags.Where(flag => flag.AccountId == account.Id && flag.ClosedAt == null).Select(flag => (FlagKind?)flag.Kind).FirstOrDefault(),
            }).ToListAsync(cancellation);
        return await Table("accounts", rows.Count, AccountColumns, rows.Select(row =>
        {
            var reading = ReadVoices.Stored(row.Reading);
            return (IReadOnlyList<object?>)
            [
                row.Id, row.ExternalId, row.Name, row.Owner, row.Segment, row.ContractSignedOn, row.RenewalOn, Say.Health(row.Health), row.HealthOn,
                row.Flag is { } kind ? Say.Flag(kind) : null, reading is null ? null : reading.SilentSufferer ? "yes" : "no", reading?.Evidence.Count,
            ];
        }), cancellation);
    }

    /// <param name="open">True: only those that nobody has judged and that still hold.</param>
    public async Task<IResult> Flags(bool open, CancellationToken cancellation)
    {
        var rows = await (
            from flag in db.Flags.AsNoTracking()
            join account in seen.Accounts on flag.AccountId equals account.Id
            where !open || flag.ClosedAt == null
            orderby flag.OpenedAt descending, flag.Id
            select new { flag, account.Name, account.Owner }).ToListAsync(cancellation);
        return await Table("flags", rows.Count, FlagColumns, rows.Select(row => (IReadOnlyList<object?>)
        [
            row.flag.Id, row.flag.AccountId, row.Name, Say.Flag(row.flag.Kind), Day(row.flag.OpenedAt), row.flag.Owner ?? row.Owner, row.flag.Due,
            row.flag.ClosedAt is null ? "open" : row.flag.Outcome is { } outcome ? Say.Outcome(outcome) : "taken back",
            row.flag.ClosedAt is { } closed ? Day(closed) : null, EvidenceJson.Read(row.flag.Evidence).Count, row.flag.Why,
        ]), cancellation);
    }

    private async Task<IResult> Table(string name, int count, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancellation)
    {
        MemoryStream table = new();
        SafeCsv.Write(table, columns, rows);
        var now = clock.GetUtcNow();
        db.Audit.Add(new AuditEntry { At = now, Who = seen.Viewer.Who, Did = string.Create(CultureInfo.InvariantCulture, $"exported {count} {name}") });
        await db.SaveChangesAsync(cancellation);
        return Results.File(table.ToArray(), "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"{name}-{now:yyyy-MM-dd}.csv"));
    }

    private static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}
