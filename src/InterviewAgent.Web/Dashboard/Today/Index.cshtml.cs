using InterviewAgent.Analysis;
using InterviewAgent.Insights;
using InterviewAgent.Storage;
using InterviewAgent.Web.Dashboard.Flags;
using InterviewAgent.Web.Dashboard.Portfolio;
using InterviewAgent.Web.Dashboard.Themes;
using InterviewAgent.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Today;

/// <summary>Whom do I call today, and why?</summary>
public sealed class IndexModel(
    InterviewAgentDb db, Seen seen, LoadPortfolio portfolio, LoadOverview overview, LoadOpenFlags flags, LoadThemes themes, CloseFlag close, TimeProvider clock) : PageModel
{
    private const int MostThemes = 8;

    /// <summary>Flags that are told with their words; who leads many managers opens the rest from the list.</summary>
    private const int MostFlags = 10;

    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Segment { get; set; }

    /// <summary>Days since the signature, a band of <see cref="WeekBand"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Week { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    /// <summary>The flag that was closed by the last press, to take it back.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Closed { get; set; }

    public PortfolioFilter Filter => new() { Owner = Owner, Segment = Segment, Week = Week, Role = Role };
    public DateTimeOffset Now => clock.GetUtcNow();
    public Overview Overview { get; private set; } = Overview.Nothing;
    public IReadOnlyList<OpenFlag> Flags { get; private set; } = [];
    /// <summary>Flags of this week's budget beyond those that are told.</summary>
    public int More { get; private set; }
    /// <summary>Open flags beyond what the owners can take this week.</summary>
    public int Waiting { get; private set; }
    public IReadOnlyList<ThemeRow> Themes { get; private set; } = [];
    public Quadrant Quadrant { get; private set; } = Quadrant.Of(Overview.Nothing, new Dictionary<Guid, int>());
    public IReadOnlyList<string> Owners { get; private set; } = [];
    public IReadOnlyList<string> Segments { get; private set; } = [];
    public string? ClosedAs { get; private set; }

    public async Task OnGet(CancellationToken cancellationToken)
    {
        var accounts = portfolio.Accounts(Filter);
        Overview = await overview.Of(Filter, cancellationToken);
        (Flags, More, Waiting) = await flags.OfThisWeek(User, accounts, MostFlags, cancellationToken);
        var all = seen.AllOrSome is null && Filter is { Owner: null or "", Segment: null or "" } && WeekBand.Find(Week) is null;
        Themes = await themes.Rows(all ? null : accounts, [FindingKind.Friction, FindingKind.Drift], MostThemes, cancellationToken);
        Quadrant = Quadrant.Of(Overview, Flags.Select((flag, at) => (flag.AccountId, at)).DistinctBy(one => one.AccountId)
            .ToDictionary(one => one.AccountId, one => one.at + 1));
        (Owners, Segments) = await seen.Choices(cancellationToken);
        if (Closed is { } id && await db.Flags.AsNoTracking().Where(flag => flag.Id == id && seen.Accounts.Any(account => account.Id == flag.AccountId)).Select(flag => flag.Outcome).FirstOrDefaultAsync(cancellationToken) is { } outcome)
        {
            ClosedAs = Say.Outcome(outcome);
        }
    }

    public async Task<IActionResult> OnPostOutcome(Guid id, FlagOutcome outcome, string? back, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(outcome))
        {
            return BadRequest();
        }

        await close.With(id, outcome, User.Identity?.Name ?? "", cancellationToken);
        return LocalRedirect(Url.IsLocalUrl(back) ? $"{back}{(back.Contains('?', StringComparison.Ordinal) ? '&' : '?')}closed={id}" : $"/?closed={id}");
    }

    public async Task<IActionResult> OnPostReopen(Guid id, CancellationToken cancellationToken)
    {
        await close.Reopen(id, User.Identity?.Name ?? "", cancellationToken);
        return LocalRedirect("/");
    }
}
