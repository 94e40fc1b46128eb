using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InterviewAgent.Evals.Comparisons;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Evals.Suites;
using InterviewAgent.Evals.Statistics;

namespace InterviewAgent.Evals.Reports;

/// <summary>A run, alone or against an earlier one, as one HTML file that opens from disk and loads nothing.</summary>
public static class WriteReport
{
    private static readonly string Page = Read();

    /// <param name="ceilings">What people reach against each other, by scorer.</param>
    public static string Of(EvalRun run, Comparison? comparison, IReadOnlyDictionary<string, double> ceilings)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(ceilings);
        // The web encoder writes <, > and & as escapes, so no text can close the script element.
        var data = JsonSerializer.Serialize(new { compared = comparison is not null, items = ReportItem.Of(run, comparison) }, JsonSerializerOptions.Web);
        return Page.Replace("{{title}}", DrawFigures.Text($"{run.Header.Suite}: evaluation of {run.Header.StartedAt:yyyy-MM-dd HH:mm} UTC"), StringComparison.Ordinal)
            .Replace("{{summary}}", string.Concat(Summary(run, comparison).Select(sentence => $"<p>{DrawFigures.Text(sentence)}</p>")), StringComparison.Ordinal)
            .Replace("{{figures}}", DrawFigures.Scorers(run, comparison, ceilings) + DrawFigures.Labels(run, comparison), StringComparison.Ordinal)
            .Replace("{{provenance}}", ProvenanceTable(run, comparison), StringComparison.Ordinal)
            .Replace("{{data}}", data, StringComparison.Ordinal); // Last, so that nothing in it is taken for a placeholder.
    }

    private static string[] Summary(EvalRun run, Comparison? comparison)
    {
        var parts = run.Header.Part == "all" ? "both parts" : $"the {run.Header.Part} part";
        var right = F($"{run.Header.Suite} got {run.Items.Count(item => item.Right)} of {run.Items.Count} items of {parts} of {run.Header.Set} entirely right.");
        if (comparison is null)
            return [right, "No earlier run was named, so nothing is said about better or worse.", run.Header.Judge ?? "Scores are computed from labels; no judge was asked."];
        var (worse, better) = (comparison.Changed.Count(item => item.Change < 0), comparison.Changed.Count(item => item.Change > 0));
        return [right, $"Against the run of {comparison.Before.Header.StartedAt:yyyy-MM-dd HH:mm} UTC: {comparison.Verdict}",
            F($"{comparison.Changed.Count} items changed, {worse} for the worse and {better} for the better; {Scored(run)}")];
    }

    private static string Scored(EvalRun run) =>
        run.Header.Judge is { } judge ? char.ToLowerInvariant(judge[0]) + judge[1..] : "scores are computed from labels, and no judge was asked.";

    /// <summary>Of the items that say so: an interrupted run of an earlier version does not.</summary>
    private static string Cost(EvalRun run)
    {
        var spent = run.Items.Select(item => item.Spent).OfType<Spent>().ToList();
        if (spent.Count == 0) return "not kept";
        var (all, times) = (spent.Aggregate((sum, one) => sum + one), spent.ConvertAll(one => one.Milliseconds).Order().ToList());
        return F($"{all.Milliseconds / 1000:0.0} s in all, median {times[times.Count / 2]:0.0} ms and slowest {times[^1]:0} ms an item; ")
            + (all.Calls == 0 ? "no model asked" : F($"{all.Calls} calls, {all.TokensIn} tokens in, {all.TokensOut} out, cost {all.CostMicros / 1e6:0.0000}"));
    }

    private static string ProvenanceTable(EvalRun run, Comparison? comparison)
    {
        var runs = comparison is null ? [run] : new[] { run, comparison.Before };
        string Row(string name, Func<RunHeader, string> value) => RunRow(name, one => value(one.Header));
        string RunRow(string name, Func<EvalRun, string> value) => $"<tr><th scope=\"row\">{name}</th>{string.Concat(runs.Select(column => $"<td>{DrawFigures.Text(value(column))}</td>"))}</tr>";
        return "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Provenance\"><table><thead><tr><td></td><th>this run</th>" + (comparison is null ? "" : "<th>before</th>") + "</tr></thead><tbody>"
            + Row("started", header => header.StartedAt.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture))
            + Row("suite, set, part", header => $"{header.Suite}, {header.Set}, {header.Part}") + Row("prompts folder", header => header.Provenance.Prompts)
            + Row("rules version", header => header.Provenance.Rules) + Row("data", header => header.Provenance.Data) + Row("engine", header => header.Provenance.Engine)
            + Row("judge", header => header.Judge ?? "none") + RunRow("time and cost", Cost)
            + "</tbody></table></div>";
    }

    /// <summary>With its script in it, and the hash by which the page's own policy lets this script run and no other.</summary>
    private static string Read()
    {
        var script = Resource("report.js");
        var hash = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        return Resource("report.html").Replace("{{hash}}", hash, StringComparison.Ordinal).Replace("{{script}}", script, StringComparison.Ordinal);
    }

    private static string Resource(string name)
    {
        using var file = typeof(WriteReport).Assembly.GetManifestResourceStream("InterviewAgent.Evals.Reports." + name)!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
