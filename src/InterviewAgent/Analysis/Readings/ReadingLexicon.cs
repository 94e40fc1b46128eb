using InterviewAgent.Analysis.Patterns;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Analysis.Readings;

/// <summary>The patterns of prompts/lexicons/en/coding/readings.yaml.</summary>
internal sealed class ReadingLexicon(PatternIndex<ReadingEntry> index, IReadOnlyList<ReadingEntry> entries)
{
    public PatternIndex<ReadingEntry> Index { get; } = index;
    public IReadOnlyList<ReadingEntry> Entries { get; } = entries;

    public static ReadingLexicon Load(string promptsFolder, IReadOnlyDictionary<string, string[]> lists)
    {
        var path = Path.Combine(promptsFolder, "lexicons", "en", "coding", "readings.yaml");
        var reader = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build();
        var entries = reader.Deserialize<List<ReadingEntry>>(File.ReadAllText(path));
        return new ReadingLexicon(new PatternIndex<ReadingEntry>(entries.Select(entry => (ParsePattern.From(entry.Match, lists), entry))), entries);
    }
}

internal sealed class ReadingEntry
{
    public ReadingDimension Reading { get; set; }
    public double Value { get; set; }
    public string Match { get; set; } = "";
    public string Example { get; set; } = "";

    /// <summary>Holds only in answer to a question that asks for one of these; empty: anywhere.</summary>
    public string[] Asks { get; set; } = [];

    /// <summary>Holds only at the first words of the answer.</summary>
    public bool First { get; set; }
}
