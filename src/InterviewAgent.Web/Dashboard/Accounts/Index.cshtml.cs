using System.Globalization;
using InterviewAgent.Insights;
using InterviewAgent.Web.Dashboard.Portfolio;
using InterviewAgent.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Accounts;

/// <summary>The whole portfolio, flags first: every column sorts, every filter is an address.</summary>
public sealed class IndexModel(Seen seen, LoadPortfolio portfolio, TimeProvider clock) : PageModel
{
    private const int PageSize = 100;

    [BindProperty(SupportsGet = true, Name = "")]
    public PortfolioFilter Filter { get; set; } = new();

    /// <summary>A column's name, with "-" before it when descending.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<PortfolioRow> Rows { get; private set; } = [];
    public int All { get; private set; }
    public int Pages => Math.Max(1, (All + PageSize - 1) / PageSize);
    public IReadOnlyList<string> Owners { get; private set; } = [];
    public IReadOnlyList<string> Segments { get; private set; } = [];
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
    public bool MaySeeOversell => OversellModel.IsFor(seen.Viewer.Role);

    public async Task OnGet(CancellationToken cancellationToken)
    {
        var rows = Sorted(await portfolio.Rows(Filter, cancellationToken)).ToList();
        All = rows.Count;
        Number = Math.Clamp(Number, 1, Pages);
        Rows = rows.GetRange((Number - 1) * PageSize, Math.Min(PageSize, All - ((Number - 1) * PageSize)));
        (Owners, Segments) = await seen.Choices(cancellationToken);
    }

    /// <summary>The address that sorts by a column, the other way round when it is sorted by it already.</summary>
    public string SortBy(string column) => Filter.Address("/accounts", ("sort", Sort == column ? "-" + column : column));

    public string? Direction(string column) => Sort == column ? "ascending" : Sort == "-" + column ? "descending" : null;

    public string PageAt(int number) => Filter.Address("/accounts", ("sort", Sort), ("p", number.ToString(CultureInfo.InvariantCulture)));

    private IEnumerable<PortfolioRow> Sorted(IReadOnlyList<PortfolioRow> rows)
    {
        // Those without a value stand last whichever way it is sorted.
        var byName = rows.OrderBy(row => row.Name, StringComparer.OrdinalIgnoreCase);
        return Sort switch
        {
            "name" => byName,
            "-name" => byName.Reverse(),
            "owner" => byName.OrderBy(row => row.Owner is null).ThenBy(row => row.Owner, StringComparer.OrdinalIgnoreCase),
            "-owner" => byName.OrderBy(row => row.Owner is null).ThenByDescending(row => row.Owner, StringComparer.OrdinalIgnoreCase),
            "health" => byName.OrderBy(row => row.Health is null).ThenByDescending(row => row.Health),
            "-health" => byName.OrderBy(row => row.Health is null).ThenBy(row => row.Health),
            "voice" => byName.OrderBy(row => row.Voice is Voice.NotEnough or Voice.None).ThenBy(row => row.Level),
            "-voice" => byName.OrderBy(row => row.Voice is Voice.NotEnough or Voice.None).ThenByDescending(row => row.Level),
            "people" => byName.OrderBy(row => row.People),
            "-people" => byName.OrderByDescending(row => row.People),
            "heard" => byName.OrderBy(row => row.LastHeardOn is null).ThenBy(row => row.LastHeardOn),
            "-heard" => byName.OrderBy(row => row.LastHeardOn is null).ThenByDescending(row => row.LastHeardOn),
            "day" => byName.OrderByDescending(row => row.SignedOn),
            "-day" => byName.OrderBy(row => row.SignedOn),
            "renewal" => byName.OrderBy(row => row.RenewalOn is null).ThenBy(row => row.RenewalOn),
            "-renewal" => byName.OrderBy(row => row.RenewalOn is null).ThenByDescending(row => row.RenewalOn),
            _ => byName.OrderBy(row => row.Flag is null ? 2 : row.Flag == FlagKind.SilentSufferer ? 0 : 1)
                .ThenBy(row => row.Voice is Voice.NotEnough or Voice.None).ThenBy(row => row.Level),
        };
    }
}
