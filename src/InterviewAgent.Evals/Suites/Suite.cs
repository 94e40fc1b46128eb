using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Evals.Suites;

/// <summary>A file of evals/suites: which set is put to which part of the engine, and what may never break.</summary>
public sealed class Suite
{
    public string Name { get; set; } = "";

    /// <summary>gate, intent, coder (journeys), answers (single answers for the coder) or prompt (a prompt put to the configured model).</summary>
    public string Task { get; set; } = "";

    /// <summary>A folder of evals/sets.</summary>
    public string Set { get; set; } = "";
    public string What { get; set; } = "";

    /// <summary>"built-in", or "model": it needs a configured model and is never held against a baseline.</summary>
    public string Engine { get; set; } = BuiltIn;
    public const string BuiltIn = "built-in", Model = "model";

    /// <summary>Of a prompt suite: which prompt.</summary>
    public string Prompt { get; set; } = "";

    /// <summary>Ids of items that have to be right in every run.</summary>
    public List<string> MustPass { get; set; } = [];

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

    public static IEnumerable<string> Names(string evalsFolder)
    {
        var folder = Path.Combine(evalsFolder, "suites");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)! : [];
    }
}
