using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Evals.Suites;

/// <summary>A file of evals/suites: which set is put to which part of the engine, and what may never break.</summary>
public sealed class Suite
{
    public string Name { get; set; } = "";

    /// <summary>
    /// gate, intent, coder (journeys), answers (single answers for the coder), patterns (its word lists without the learned model), promises (what an answer says of a promise), silent (whole accounts), drift (two check-ins),
    /// redaction, injections, interviewer (simulated respondents), prompt (a prompt put to a model) or judge (a judge put to labelled turns).
    /// </summary>
    public string Task { get; set; } = "";

    /// <summary>A folder of evals/sets.</summary>
    public string Set { get; set; } = "";
    public string What { get; set; } = "";

    /// <summary>"built-in"; "recording": answers that a model gave once, replayed strictly; "model": the configured one, another engine on every machine.</summary>
    public string Engine { get; set; } = BuiltIn;
    public const string BuiltIn = "built-in", Model = "model", Recording = "recording";

    /// <summary>Of engine "recording": a folder of evals/recordings, and the model that it was recorded from.</summary>
    public RecordedModel? Recorded { get; set; }

    /// <summary>A file of evals/judges whose verdicts are scored under names that begin with "judge: ".</summary>
    public string Judge { get; set; } = "";

    /// <summary>The scorers that <c>evals gate</c> holds against the baseline. Empty: all, a judge's only once it is calibrated.</summary>
    public List<string> Gates { get; set; } = [];

    /// <summary>Of task "interviewer": simulated interviews with each persona.</summary>
    public int Interviews { get; set; } = 10;

    /// <summary>Of a prompt suite: which prompt.</summary>
    public string Prompt { get; set; } = "";

    /// <summary>Ids of items that have to be right in every run; ["all"]: each that is right in the baseline.</summary>
    public List<string> MustPass { get; set; } = [];
    internal const string All = "all";

    /// <exception cref="BadInputException">There is no such suite, or it cannot be read.</exception>
    public static Suite Load(string evalsFolder, string name)
    {
        var path = Path.Combine(evalsFolder, "suites", name + ".yaml");
        if (!File.Exists(path))
            throw new BadInputException($"Suite \"{name}\"", $"{path} is not there", $"The suites here are {string.Join(", ", Names(evalsFolder))}.");
        try
        {
            return new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<Suite>(File.ReadAllText(path));
        }
        catch (YamlException wrong)
        {
            throw new BadInputException($"{path} line {wrong.Start.Line}", wrong.InnerException?.Message ?? wrong.Message, "Mend that line.");
        }
    }

    /// <summary>Where its items are: a folder of evals/sets; personas stand apart.</summary>
    internal string Folder(string evalsFolder) => Path.Combine(evalsFolder, Task == "interviewer" ? "" : "sets", Set);

    public static IEnumerable<string> Names(string evalsFolder)
    {
        var folder = Path.Combine(evalsFolder, "suites");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)! : [];
    }
}

/// <summary>A model's recorded answers.</summary>
public sealed class RecordedModel
{
    public string Folder { get; set; } = "";
    public string Model { get; set; } = "";
}
