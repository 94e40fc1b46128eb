using InterviewAgent.Analysis.Patterns;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Analysis.Promises;

/// <summary>The patterns of prompts/lexicons/en/coding/promises.yaml: how people say that something stands, moved, failed or was dropped.</summary>
internal sealed class PromiseLexicon(PatternIndex<PromiseEntry> index)
{
    public PatternIndex<PromiseEntry> Index { get; } = index;

    /// <exception cref="InvalidDataException">Names the file and what to mend.</exception>
    public static PromiseLexicon Load(string promptsFolder, IReadOnlyDictionary<string, string[]> lists)
    {
        var path = Path.Combine(promptsFolder, "lexicons", "en", "coding", "promises.yaml");
        try
        {
            var entries = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build()
                .Deserialize<List<PromiseEntry>>(File.ReadAllText(path));
            return new PromiseLexicon(new PatternIndex<PromiseEntry>(entries.Select(entry => (ParsePattern.From(entry.Match, lists), entry))));
        }
        catch (Exception error) when (error is YamlException or FormatException)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }
}

internal sealed class PromiseEntry
{
    public PromiseState State { get; set; }
    public string Match { get; set; } = "";
    public string Example { get; set; } = "";
    public double Weight { get; set; } = 1;

    /// <summary>Its own words deny: a negation around it changes nothing.</summary>
    public bool AsIs { get; set; }

    /// <summary>Read in the question: it asks how one knows that all is done, so that the answer is about what was agreed.</summary>
    public bool InQuestion { get; set; }
}
