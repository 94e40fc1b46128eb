using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy.Audit;

/// <summary>Who did what, newest first, a page at a time; filtered and cut in the store.</summary>
public sealed class ReadAudit(InterviewAgentDb db)
{
    public const int PageSize = 100;

    /// <param name="page">From 1; one beyond the last is empty.</param>
    public async Task<AuditPage> Page(AuditFilter filter, int page, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var entries = Where(filter);
        return new AuditPage(
            await entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Skip((Math.Clamp(page, 1, 1_000_000) - 1) * PageSize).Take(PageSize).ToListAsync(cancellation),
            await entries.CountAsync(cancellation));
    }

    private IQueryable<AuditEntry> Where(AuditFilter filter)
    {
        var entries = db.Audit.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(filter.Who))
        {
            var who = filter.Who.Trim();
            entries = entries.Where(entry => entry.Who == who);
        }
        if (AuditKind.All.FirstOrDefault(kind => kind.Name == filter.Kind) is { } kind)
        {
            entries = entries.Where(kind.Covers);
        }
        if (filter.From is { } from)
        {
            var first = Start(from);
            entries = entries.Where(entry => entry.At >= first);
        }
        if (filter.To is { } to && to < DateOnly.MaxValue)
        {
            var after = Start(to.AddDays(1));
            entries = entries.Where(entry => entry.At < after);
        }
        return entries;
    }

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}

/// <param name="Who">The whole name as it was noted.</param>
/// <param name="Kind">A name of <see cref="AuditKind"/>; any other: all kinds.</param>
/// <param name="From">First day, UTC.</param>
/// <param name="To">Last day, UTC.</param>
public sealed record AuditFilter(string? Who = null, string? Kind = null, DateOnly? From = null, DateOnly? To = null);

/// <param name="All">How many entries the filter has on all pages.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, int All);
