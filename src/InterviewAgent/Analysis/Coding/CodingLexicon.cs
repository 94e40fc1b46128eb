using InterviewAgent.Analysis.Language;
using InterviewAgent.Analysis.Patterns;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Analysis.Coding;

/// <summary>
/// Everything of prompts/lexicons/en/coding: word lists, cues, what a question asks for, and the patterns of each code.
/// Loaded once, then read-only and safe on any thread.
/// </summary>
internal sealed class CodingLexicon
{
    public required IReadOnlyDictionary<string, string[]> Lists { get; init; }
    public required CueLexicon Cues { get; init; }
    public required PatternIndex<QuestionEntry> Questions { get; init; }
    public required PatternIndex<PatternEntry> Patterns { get; init; }
    public required IReadOnlyList<PatternEntry> Entries { get; init; }

    /// <exception cref="InvalidDataException">Names the file and what to mend.</exception>
    public static CodingLexicon Load(string promptsFolder)
    {
        var folder = Path.Combine(promptsFolder, "lexicons", "en", "coding");
        var lists = Read<Dictionary<string, string[]>>(folder, "lists.yaml");
        var cues = Read<List<CueEntry>>(folder, "cues.yaml");
        var questions = Read<List<QuestionEntry>>(folder, "questions.yaml");
        var entries = new List<PatternEntry>();
        foreach (var path in Directory.GetFiles(Path.Combine(folder, "codes"), "*.yaml").Order(StringComparer.Ordinal))
            foreach (var (code, patterns) in Read<Dictionary<string, List<PatternEntry>>>(folder, Path.Combine("codes", Path.GetFileName(path))))
                foreach (var entry in patterns)
                {
                    entry.Code = code;
                    entries.Add(entry);
                }
        try
        {
            return new CodingLexicon
            {
                Lists = lists,
                Cues = new CueLexicon(cues, lists),
                Questions = new PatternIndex<QuestionEntry>(questions.Select(entry => (ParsePattern.From(entry.Match, lists), entry))),
                Patterns = new PatternIndex<PatternEntry>(entries.Select(entry => (ParsePattern.From(entry.Match, lists), entry))),
                Entries = entries,
            };
        }
        catch (FormatException error)
        {
            throw new InvalidDataException($"{folder}: {error.Message}", error);
        }
    }

    private static T Read<T>(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        try
        {
            return new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<T>(File.ReadAllText(path));
        }
        catch (YamlException error)
        {
            throw new InvalidDataException($"{path} line {error.Start.Line}: {error.Message}", error);
        }
    }
}

/// <summary>A pattern of one code.</summary>
internal sealed class PatternEntry
{
    [YamlIgnore] public string Code { get; set; } = "";
    public string Match { get; set; } = "";
    public string Example { get; set; } = "";

    /// <summary>1 is enough for a finding on its own; less needs company.</summary>
    public double Weight { get; set; } = 1;

    /// <summary>Holds also inside a negation, a former tool or the past, since its own words say so.</summary>
    public bool AsIs { get; set; }
}

/// <summary>What a question asks for, such as "dependence" or "next": context for the answer's words.</summary>
internal sealed class QuestionEntry
{
    public string Asks { get; set; } = "";
    public string Match { get; set; } = "";
    public string Example { get; set; } = "";
}
