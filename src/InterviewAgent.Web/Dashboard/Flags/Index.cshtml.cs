using InterviewAgent.Insights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Flags;

/// <summary>What became of the flags, and what they were worth.</summary>
public sealed class IndexModel(LoadFlagHistory history, AssignFlag assign, SayExample examples, TimeProvider clock) : PageModel
{
    private const int MostShown = 200;

    /// <summary>open, acted, already known, not useful or taken back; empty: all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }

    public IReadOnlyList<FlagRow> Rows { get; private set; } = [];
    public int All { get; private set; }
    public FlagFigures Figures { get; private set; } = FlagFigures.Of([], default);
    public IReadOnlyList<ExampleRow> Examples { get; private set; } = [];
    public IReadOnlyList<string> Owners { get; private set; } = [];
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task OnGet(CancellationToken cancellationToken)
    {
        (var rows, Figures, Examples) = await history.All(cancellationToken);
        Owners = [.. rows.Select(row => row.Owner).OfType<string>().Distinct().Order(StringComparer.OrdinalIgnoreCase)];
        var kept = rows.Where(row => (string.IsNullOrEmpty(State) || row.State == State) && (string.IsNullOrEmpty(Owner) || row.Owner == Owner)).ToList();
        (All, Rows) = (kept.Count, [.. kept.Take(MostShown)]);
    }

    public async Task<IActionResult> OnPostAssign(Guid id, string? owner, DateOnly? due, string? back, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }
        await assign.To(id, owner, due, User.Identity?.Name ?? "", cancellationToken);
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/flags");
    }

    public async Task<IActionResult> OnPostExample(Guid account, FlagExpectation expected, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(expected))
        {
            return BadRequest();
        }
        return await examples.Of(account, expected, User.Identity?.Name ?? "", cancellationToken) ? LocalRedirect($"/accounts/{account}#example") : NotFound();
    }

    public async Task<IActionResult> OnPostForget(Guid id, CancellationToken cancellationToken)
    {
        await examples.Forget(id, User.Identity?.Name ?? "", cancellationToken);
        return LocalRedirect("/flags#examples");
    }
}
