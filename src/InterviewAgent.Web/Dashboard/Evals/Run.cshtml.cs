using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Evals;

/// <summary>One run: its figures, where it comes from, and the runs it can be set beside.</summary>
public sealed class RunModel(IServiceProvider services) : PageModel
{
    public EvalRunFiles? Run { get; private set; }

    /// <summary>Other runs of the same suite, newest first.</summary>
    public IReadOnlyList<EvalRunFiles> Others { get; private set; } = [];

    public IActionResult OnGet(string name)
    {
        var folder = services.GetRequiredService<EvalFolder>();
        Run = folder.Named(name);
        if (Run is null)
        {
            return NotFound();
        }

        Others = [.. folder.All().Where(other => other.Name != Run.Name && other.Header.Suite == Run.Header.Suite)];
        return Page();
    }

    public string InWords(RunCost cost)
    {
        ArgumentNullException.ThrowIfNull(cost);
        return string.Create(CultureInfo.InvariantCulture, $"{cost.Seconds:0.0} s, ") + (cost.Calls == 0 ? "no model asked"
            : string.Create(CultureInfo.InvariantCulture, $"{cost.Calls} calls, {cost.TokensIn} tokens in and {cost.TokensOut} out, {cost.Money:0.0000} of money"));
    }
}
