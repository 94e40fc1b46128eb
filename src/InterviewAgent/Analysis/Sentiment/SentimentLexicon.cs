using InterviewAgent.Analysis.Patterns;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Analysis.Sentiment;

/// <summary>Words and phrases with a feeling, -4 to 4, of prompts/lexicons/en/coding/sentiment.yaml.</summary>
internal sealed class SentimentLexicon(PatternIndex<SentimentEntry> index)
{
    public PatternIndex<SentimentEntry> Index { get; } = index;

    public static SentimentLexicon Load(string promptsFolder)
    {
        var folder = Path.Combine(promptsFolder, "lexicons", "en", "coding");
        var reader = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build();
        var lists = reader.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(Path.Combine(folder, "lists.yaml")));
        var entries = reader.Deserialize<List<SentimentEntry>>(File.ReadAllText(Path.Combine(folder, "sentiment.yaml")));
        return new SentimentLexicon(new PatternIndex<SentimentEntry>(entries.Select(entry => (ParsePattern.From(entry.Match, lists), entry))));
    }
}

internal sealed class SentimentEntry
{
    public string Match { get; set; } = "";
    public double Value { get; set; }
    public string Example { get; set; } = "";
}
