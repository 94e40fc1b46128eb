using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewAgent.Web.Dashboard.Evals;

/// <summary>Two runs side by side from their files. Whether a difference is real is for the command line to say, which pairs the items.</summary>
public sealed class CompareModel(IServiceProvider services) : PageModel
{
    public sealed record Row(string Name, RunFigure? Before, RunFigure? After, string Words);

    public EvalRunFiles? Left { get; private set; }
    public EvalRunFiles? Right { get; private set; }

    /// <summary>What was said of exactly these two.</summary>
    public RunComparison? Said { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<(string What, string Before, string After)> Provenance { get; private set; } = [];

    public IActionResult OnGet(string? before, string? after)
    {
        var folder = services.GetRequiredService<EvalFolder>();
        (Left, Right) = (folder.Named(before), folder.Named(after));
        if (Left is null || Right is null)
        {
            return NotFound();
        }

        Said = Right.Comparison is { } comparison && comparison.Before == Left.Name && comparison.BeforeStartedAt == Left.Header.StartedAt ? comparison : null;
        if (Left.Summary is { } first && Right.Summary is { } second)
        {
            Rows = [.. second.Figures.Select(figure => figure.Name).Union(first.Figures.Select(figure => figure.Name)).Select(name => new Row(
                name, first.Figures.FirstOrDefault(figure => figure.Name == name), second.Figures.FirstOrDefault(figure => figure.Name == name),
                Said?.Scorers.FirstOrDefault(change => change.Name == name)?.Words ?? ""))];
        }

        var (old, now) = (Left.Header, Right.Header);
        Provenance =
        [
            ("Set and part", $"{old.Set}, {old.Part}", $"{now.Set}, {now.Part}"), ("Engine", old.Provenance.Engine, now.Provenance.Engine),
            ("Prompts", old.Provenance.Prompts, now.Provenance.Prompts), ("Rules", old.Provenance.Rules, now.Provenance.Rules),
            ("Data", old.Provenance.Data, now.Provenance.Data), ("Judge", old.Judge ?? "none", now.Judge ?? "none"),
        ];
        return Page();
    }
}
