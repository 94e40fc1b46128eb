using System.Globalization;
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
        (Rows, All) = await portfolio.Page(Filter, Sort, Number, PageSize, cancellationToken);
        Number = Math.Clamp(Number, 1, Pages);
        (Owners, Segments) = await seen.Choices(cancellationToken);
    }

    /// <summary>The address that sorts by a column, the other way round when it is sorted by it already.</summary>
    public string SortBy(string column) => Filter.Address("/accounts", ("sort", Sort == column ? "-" + column : column));

    public string? Direction(string column) => Sort == column ? "ascending" : Sort == "-" + column ? "descending" : null;

    public string PageAt(int number) => Filter.Address("/accounts", ("sort", Sort), ("p", number.ToString(CultureInfo.InvariantCulture)));
}
