using System.Globalization;
using System.Net;
using System.Text;
using InterviewAgent.Evals.Comparisons;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Evals.Statistics;

namespace InterviewAgent.Evals.Reports;

/// <summary>Figures with their intervals, all drawn to one scale from 0 to 100 points.</summary>
internal static class DrawFigures
{
    private const int Width = 260;

    internal static string Scorers(EvalRun run, Comparison? comparison, IReadOnlyDictionary<string, double> ceilings)
    {
        var changes = (comparison?.Scorers ?? []).ToDictionary(change => change.Name, StringComparer.Ordinal);
        var html = new StringBuilder("<h2>Figures</h2><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Figures\"><table><caption>Points of 100, with 95 % intervals. Dot: this run; ring: the run before; dashes: human ceiling.</caption>")
            .Append("<thead><tr><th>scorer</th><th class=\"n\">this run</th><th>interval</th><th>0 to 100</th><th class=\"n\">items</th><th class=\"n\">before</th><th>change</th><th class=\"n\">human ceiling</th></tr></thead><tbody>");
        foreach (var figure in Figures.Of(run))
        {
            var change = changes.GetValueOrDefault(figure.Name);
            double? ceiling = ceilings.TryGetValue(figure.Name, out var human) ? human : null;
            html.Append(F($"<tr><td>{Text(figure.Name)}</td><td class=\"n\">{100 * figure.Value:0.0}</td><td>{Interval(figure.Low, figure.High)}</td><td>{Bar(figure, change?.Difference.Before, ceiling)}</td><td class=\"n\">{figure.Items}</td>"))
                .Append(F($"<td class=\"n\">{(change is null ? "" : F($"{100 * change.Difference.Before:0.0}"))}</td><td>{Say(change)}</td><td class=\"n\">{(ceiling is null ? "not measured" : F($"{100 * ceiling:0.0}"))}</td></tr>"));
        }
        return html.Append("</tbody></table></div>").ToString();
    }

    internal static string Labels(EvalRun run, Comparison? comparison)
    {
        var changes = (comparison?.Labels ?? []).ToLookup(change => change.Name.Split(' ')[0]);
        var html = new StringBuilder("<h2>By label</h2><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"By label\"><table><caption>Presence in an item.</caption><thead><tr><th>label</th><th class=\"n\">items</th><th class=\"n\">precision</th><th>of what was found</th><th class=\"n\">recall</th><th>of what is there</th><th>change</th></tr></thead><tbody>");
        foreach (var label in Figures.ByLabel(run))
        {
            var (precision, recall) = (label.Presence.Precision, label.Presence.Recall);
            html.Append(F($"<tr><td>{Text(label.Label)}</td><td class=\"n\">{label.Presence.Hits + label.Presence.Missed}</td>"))
                .Append(Cells(precision, label.Precision, label.Presence.Hits + label.Presence.False)).Append(Cells(recall, label.Recall, label.Presence.Hits + label.Presence.Missed))
                .Append(CultureInfo.InvariantCulture, $"<td>{string.Join("<br>", changes[label.Label].Select(change => Text(change.Name[label.Label.Length..].Trim()) + ": " + Say(change)))}</td></tr>");
        }
        return html.Append("</tbody></table></div>").ToString();
    }

    private static string Cells(double value, (double Low, double High) interval, int of) => of == 0
        ? "<td class=\"n\">none</td><td></td>"
        : F($"<td class=\"n\" title=\"{Interval(interval.Low, interval.High)}\">{100 * value:0.0}</td><td>{Bar(new Figure("", value, interval.Low, interval.High, of), null, null)}</td>");

    private static string Bar(Figure figure, double? before, double? ceiling)
    {
        var (low, high) = (X(figure.Low), X(figure.High));
        return F($"<svg viewBox=\"0 0 {Width} 22\" role=\"img\" aria-label=\"{100 * figure.Value:0.0}, {Interval(figure.Low, figure.High)}\"><rect class=\"track\" x=\"0\" y=\"9\" width=\"{Width}\" height=\"4\"/><rect class=\"range\" x=\"{low:0.#}\" y=\"7\" width=\"{Math.Max(1, high - low):0.#}\" height=\"8\"/>")
            + (before is { } earlier ? F($"<circle class=\"before\" cx=\"{X(earlier):0.#}\" cy=\"11\" r=\"6\"/>") : "")
            + F($"<circle class=\"at\" cx=\"{X(figure.Value):0.#}\" cy=\"11\" r=\"4\"/>")
            + (ceiling is { } human ? F($"<line class=\"human\" x1=\"{X(human):0.#}\" x2=\"{X(human):0.#}\" y1=\"1\" y2=\"21\"/>") : "") + "</svg>";
    }

    private static double X(double score) => 7 + (Width - 14) * Math.Clamp(score, 0, 1);

    private static string Say(ScorerChange? change) => change is null ? "" : change.Finding switch
    {
        Finding.Worse => $"<span class=\"worse\">▼ {Text(change.Words)}</span>",
        Finding.Better => $"<span class=\"better\">▲ {Text(change.Words)}</span>",
        _ => Text(change.Words),
    };

    private static string Interval(double low, double high) => F($"{100 * low:0.0} to {100 * high:0.0}");
    internal static string Text(string text) => WebUtility.HtmlEncode(text);
    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
