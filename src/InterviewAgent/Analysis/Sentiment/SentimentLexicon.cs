using System.Collections.Frozen;
using System.Globalization;
using InterviewAgent.Analysis.Language;
using InterviewAgent.Analysis.Patterns;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Analysis.Sentiment;

/// <summary>
/// Words with a feeling, -4 to 4: the phrases of prompts/lexicons/en/coding/sentiment.yaml, and for all other words those of
/// valence.tsv beside it (from VADER's lexicon; its source and licence stand in the file).
/// </summary>
internal sealed class SentimentLexicon
{
    private readonly PatternIndex<SentimentEntry> phrases;
    private readonly PerWord<double> words;

    private SentimentLexicon(PatternIndex<SentimentEntry> phrases, FrozenDictionary<string, double> words) =>
        (this.phrases, this.words) = (phrases, new PerWord<double>(form => words.TryGetValue(form.Text, out var value) || words.TryGetValue(form.Lemma, out value) ? value : 0));

    public static SentimentLexicon Load(string promptsFolder)
    {
        var folder = Path.Combine(promptsFolder, "lexicons", "en", "coding");
        var reader = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build();
        var lists = reader.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(Path.Combine(folder, "lists.yaml")));
        var entries = reader.Deserialize<List<SentimentEntry>>(File.ReadAllText(Path.Combine(folder, "sentiment.yaml")));
        return new SentimentLexicon(
            new PatternIndex<SentimentEntry>(entries.Select(entry => (ParsePattern.From(entry.Match, lists), entry))), Words(Path.Combine(folder, "valence.tsv")));
    }

    /// <summary>Writes each token's value; a phrase's value stands at its first word, and its other words have none.</summary>
    public void Read(Token[] tokens, Span<double> values)
    {
        for (var at = 0; at < tokens.Length; at++)
            values[at] = tokens[at].Kind == TokenKind.Word ? words.Of(tokens[at].Form) : 0;
        var found = phrases.Find(tokens);
        foreach (var (_, from, to) in found) values[from..to].Clear();
        foreach (var (entry, from, _) in found)
            if (Math.Abs(entry.Value) >= Math.Abs(values[from])) values[from] = entry.Value;
    }

    private static FrozenDictionary<string, double> Words(string path)
    {
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 0 || !double.TryParse(line.AsSpan(tab + 1), CultureInfo.InvariantCulture, out var value))
                throw new InvalidDataException($"{path}: \"{line}\" is not a word, a tab and a number");
            words[line[..tab]] = value;
        }
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

internal sealed class SentimentEntry
{
    public string Match { get; set; } = "";
    public double Value { get; set; }
    public string Example { get; set; } = "";
}
