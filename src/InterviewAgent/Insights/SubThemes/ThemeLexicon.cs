using InterviewAgent.Analysis.Learning;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Insights.SubThemes;

/// <summary>Which words mean the same in daily work, which say nothing, and how common a word of the language is.</summary>
internal sealed class ThemeLexicon
{
    /// <summary>Words as frequent as these are in every sentence; words rarer than the second are names and technical terms of one trade.</summary>
    private const int CommonestWords = 250, RarestWord = 12_000;

    private readonly Dictionary<string, string> meanings;
    private readonly HashSet<string> stops;
    private readonly Dictionary<string, int> ranks;

    private ThemeLexicon(Dictionary<string, string> meanings, HashSet<string> stops, Dictionary<string, int> ranks) =>
        (this.meanings, this.stops, this.ranks) = (meanings, stops, ranks);

    /// <summary>Reads lexicons/en/themes.yaml and the word list of models/coder/vectors.bin, which is ordered by frequency.</summary>
    public static ThemeLexicon Load(string promptsFolder)
    {
        using var file = File.OpenText(Path.Combine(promptsFolder, "lexicons", "en", "themes.yaml"));
        var lists = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<Lists>(file);
        var rank = 0;
        return new ThemeLexicon(
            lists.Meanings.SelectMany(meaning => Words(meaning.Value).Select(word => (word, meaning.Key)))
                .DistinctBy(pair => pair.word).ToDictionary(pair => pair.word, pair => pair.Key, StringComparer.Ordinal),
            Words(lists.Stop).ToHashSet(StringComparer.Ordinal),
            WordVectors.Load(Path.Combine(promptsFolder, "models", "coder", "vectors.bin")).Words.ToDictionary(word => word, _ => rank++, StringComparer.Ordinal));
    }

    /// <summary>What a word counts as: its meaning, or the word itself without its ending; null where it says nothing or is not known.</summary>
    /// <param name="rank">The rarer, the higher; -1 for a meaning.</param>
    public string? TermOf(string form, string lemma, out int rank)
    {
        rank = -1;
        if (meanings.TryGetValue(form, out var meaning) || meanings.TryGetValue(lemma, out meaning))
        {
            return meaning;
        }
        return !stops.Contains(form) && !stops.Contains(lemma) && lemma.Length > 2
            && (ranks.TryGetValue(form, out rank) || ranks.TryGetValue(lemma, out rank)) && rank is >= CommonestWords and < RarestWord
            ? Stem.Of(form) : null;
    }

    private static string[] Words(string list) => list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private sealed class Lists
    {
        public Dictionary<string, string> Meanings { get; set; } = [];
        public string Stop { get; set; } = "";
    }
}
