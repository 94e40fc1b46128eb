using InterviewAgent.Evals.Comparisons;
using InterviewAgent.Evals.Reports;
using InterviewAgent.Evals.Runs;

namespace InterviewAgent.Web.Tests.Dashboard;

/// <summary>A folder of runs as the command line leaves them: two of one suite with a report and a verdict, one of another, one interrupted.</summary>
internal sealed class KeptRuns : IDisposable
{
    public const string Words = "the <b>planner</b> waits</script><script>document.title='owned'</script>";
    private static readonly Dictionary<string, double> Ceilings = new() { ["right"] = 0.91 };

    public string Folder { get; } = Directory.CreateTempSubdirectory("interview-agent-runs-").FullName;

    /// <summary>As the command line says it of the two.</summary>
    public string Verdict { get; private set; } = "";

    public static KeptRuns Write()
    {
        KeptRuns runs = new();
        var before = runs.Run("before", "gate", right: 30, "prompts-1");
        var after = runs.Run("after", "gate", right: 10, "prompts-2");
        runs.Run("other", "intent", right: 20, "prompts-2", engine: "<img src=x>");
        var comparison = CompareRuns.Of(before, after);
        runs.Verdict = comparison.Verdict;
        KeepSummary.Compared(runs.Path("after"), "before", comparison);
        File.WriteAllText(runs.Beside("after.html"), WriteReport.Of(after, comparison, Ceilings));
        File.WriteAllLines(runs.Beside("interrupted.jsonl"), File.ReadLines(runs.Path("other")).Take(3).Append("{\"id\":\"i4"));
        File.WriteAllText(runs.Beside("nothing.jsonl"), "no run at all");
        File.WriteAllText(runs.Beside("secret.html"), "a page without a run");
        File.WriteAllText(runs.Beside("-dash.jsonl"), File.ReadAllText(runs.Path("other")));
        return runs;
    }

    public string Path(string name) => Beside(name + ".jsonl");

    public string Beside(string file) => System.IO.Path.Combine(Folder, file);

    /// <summary>Forty items in twenty groups, so many of them right.</summary>
    private EvalRun Run(string name, string suite, int right, string prompts, string engine = "built-in 1")
    {
        RunHeader header = new(suite, "gate", suite, "dev", new Provenance(prompts, "rules-1", "data-1", engine), new DateTimeOffset(2026, 3, 2, 9, right, 0, TimeSpan.Zero));
        var samples = Enumerable.Range(0, 40).Select(n => new Sample($"i{n}", $"g{n / 2}", "dev", Words, ["R1"],
            () => new Answer(n < right ? ["R1"] : [], new Dictionary<string, double> { ["right"] = n < right ? 1 : 0 }))).ToList();
        var run = RunSuite.Run(header, samples, Path(name));
        KeepSummary.Of(Path(name), run, Ceilings);
        return run;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
