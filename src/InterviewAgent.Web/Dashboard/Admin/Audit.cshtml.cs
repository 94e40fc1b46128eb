using System.Globalization;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Audit;
using InterviewAgent.Storage;
using InterviewAgent.Web.Dashboard.Quotes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Admin;

/// <summary>Who looked at or changed what; the filter is the address.</summary>
public sealed class AuditModel(InterviewAgentDb db, ReadAudit audit) : PageModel
{
    private const int MostNames = 200;

    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    /// <param name="Interview">Of a transcript that was opened and can still be: whose it is.</param>
    public sealed record Row(AuditEntry Entry, string? Interview);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<string> Names { get; private set; } = [];
    public int All { get; private set; }
    public int Pages => Math.Max(1, (All + ReadAudit.PageSize - 1) / ReadAudit.PageSize);
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Who) || !string.IsNullOrEmpty(Kind) || From is not null || To is not null;

    public async Task OnGet(CancellationToken cancellationToken)
    {
        Number = Math.Max(1, Number);
        var page = await audit.Page(new AuditFilter(Who, Kind, From, To), Number, cancellationToken);
        All = page.All;
        if (Number > Pages)
        {
            Number = Pages;
            page = await audit.Page(new AuditFilter(Who, Kind, From, To), Number, cancellationToken);
        }

        var opened = page.Entries.Where(entry => entry.Did.StartsWith("opened a transcript", StringComparison.Ordinal)).Select(entry => entry.Subject).OfType<Guid>().Distinct().ToList();
        var places = await (
            from interview in db.OpenInterviews()
            join account in db.Accounts on interview.AccountId equals account.Id
            join person in db.Respondents on interview.RespondentId equals person.Id
            where opened.Contains(interview.Id)
            select new { interview.Id, account.Name, person.Role, interview.Checkpoint }).ToDictionaryAsync(place => place.Id, cancellationToken);
        Rows = [.. page.Entries.Select(entry => new Row(entry,
            entry.Subject is { } id && places.TryGetValue(id, out var place) ? $"{place.Name}, {Say.Role(place.Role)}, {Say.At(place.Checkpoint)}" : null))];
        Names = await db.StaffSessions.Select(session => session.Who).Distinct().OrderBy(name => name).Take(MostNames).ToListAsync(cancellationToken);
    }

    /// <summary>This filter with one thing changed, from its first page on.</summary>
    public string Address((string Name, string Value) changed)
    {
        Dictionary<string, string?> query = new()
        {
            ["who"] = Who, ["kind"] = Kind, ["from"] = From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["to"] = To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            [changed.Name] = changed.Value,
        };
        return QueryHelpers.AddQueryString("/admin/audit", query.Where(part => !string.IsNullOrEmpty(part.Value)));
    }
}
