using System.Text.Json;
using InterviewAgent.Evals.Runs;

namespace InterviewAgent.Evals.Comparisons;

/// <summary>The run that later ones are held against (evals/baselines/&lt;suite&gt;.json): labels and scores by item, no texts.</summary>
public static class Baseline
{
    public static string PathOf(string evalsFolder, string suite) => Path.Combine(evalsFolder, "baselines", suite + ".json");

    /// <exception cref="BadInputException">There is none, or it cannot be read.</exception>
    public static EvalRun Read(string evalsFolder, string suite)
    {
        var path = PathOf(evalsFolder, suite);
        if (!File.Exists(path))
            throw new BadInputException(path, "this suite has no baseline", $"Write one with `interview-agent evals gate {suite} --update-baseline`.");
        try { return JsonSerializer.Deserialize<EvalRun>(File.ReadAllText(path), EvalRun.Json)!; }
        catch (JsonException wrong) { throw new BadInputException(path, wrong.Message, "Restore it, or write it anew with --update-baseline."); }
    }

    /// <summary>One item a line, so that a change of the baseline reads as what changed.</summary>
    public static void Write(string evalsFolder, EvalRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var path = PathOf(evalsFolder, run.Header.Suite);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var items = string.Join(",\n", run.Items.Select(item => JsonSerializer.Serialize(item with { Input = "", Spent = null }, EvalRun.Json)));
        File.WriteAllText(path, $"{{\"header\": {JsonSerializer.Serialize(run.Header, EvalRun.Json)},\n\"items\": [\n{items}\n]}}\n");
    }
}
