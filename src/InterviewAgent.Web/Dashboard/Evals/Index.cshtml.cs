using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Evals;

/// <summary>The runs that the command line left, as their files say.</summary>
public sealed class IndexModel(IServiceProvider services) : PageModel
{
    /// <summary>So many figures of a run stand in the list; all of them on its page.</summary>
    internal const int Headline = 3;

    [BindProperty(SupportsGet = true)]
    public string? Suite { get; set; }

    public IReadOnlyList<EvalRunFiles> Rows { get; private set; } = [];
    public IReadOnlyList<string> Suites { get; private set; } = [];

    public void OnGet()
    {
        Suite = string.IsNullOrEmpty(Suite) ? null : Suite;
        var all = services.GetRequiredService<EvalFolder>().All();
        Suites = [.. all.Select(run => run.Header.Suite).Distinct().Order(StringComparer.Ordinal)];
        Rows = [.. all.Where(run => Suite is null || run.Header.Suite == Suite)];
    }
}
