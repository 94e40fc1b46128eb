using System.IO.Compression;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Privacy.Masking;

/// <summary>The word lists of lexicons/en/personal-data.yaml and names.yaml, and the common words of models/words.</summary>
internal sealed class MaskLexicon
{
    private readonly HashSet<string> common;
    private readonly Dictionary<string, HashSet<string>> lists;
    private readonly NameLexicon names;

    private MaskLexicon(HashSet<string> common, Dictionary<string, HashSet<string>> lists, NameLexicon names) => (this.common, this.lists, this.names) = (common, lists, names);

    public static MaskLexicon Load(string promptsFolder)
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();
        var folder = Path.Combine(promptsFolder, "lexicons", "en");
        var lists = yaml.Deserialize<Dictionary<string, NameLexiconFile.WordList>>(File.ReadAllText(Path.Combine(folder, "personal-data.yaml")))
            .ToDictionary(list => list.Key, list => list.Value.ToSet().Select(word => word.Replace('_', ' ')).ToHashSet(StringComparer.Ordinal));
        var names = yaml.Deserialize<NameLexiconFile>(File.ReadAllText(Path.Combine(folder, "names.yaml"))).ToLexicon();
        var common = new HashSet<string>(lists["also_common"], StringComparer.Ordinal);
        using var file = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(promptsFolder, "models", "words", "words.txt.gz")), CompressionMode.Decompress));
        while (file.ReadLine() is { } word)
        {
            common.Add(word);
        }
        return new MaskLexicon(common, lists, names);
    }

    public IReadOnlySet<string> List(string name) => lists[name];
    public bool Is(string list, string word) => lists[list].Contains(word);
    public bool IsGivenName(string word) => names.GivenNames.Contains(word);
    public bool IsAlsoWord(string word) => names.AlsoWords.Contains(word);
    public bool IsHonorific(string word) => names.Honorifics.Contains(word);
    public bool IsKept(string word) => names.Kept.Contains(word) || Is("months", word) || Is("weekdays", word);

    /// <summary>An English word in small letters, as it stands or by its parts and endings ("re-imports", "deduplicating").</summary>
    public bool IsCommon(string word)
    {
        var small = Bare(word.ToLowerInvariant());
        if (common.Contains(small) || small.Length < 2)
        {
            return true;
        }
        return small.Contains('-', StringComparison.Ordinal) ? small.Split('-', StringSplitOptions.RemoveEmptyEntries).All(part => part.Length < 3 || common.Contains(part))
            : IsInflected(small);
    }

    /// <summary>The word without a genitive or the rest of a contraction: "Marta's" and "couldn't" to "marta" and "couldn".</summary>
    public static string Bare(string word)
    {
        var cut = word.IndexOfAny(['\'', '’']);
        // O'Brien is one name; I'm and C'mon are words.
        return cut < 1 ? word : cut == 1 && cut + 1 < word.Length && char.IsUpper(word[cut + 1]) ? word : word[..cut];
    }

    private static readonly string[] Endings = ["s", "es", "ed", "d", "ing", "er", "ers", "ly", "able", "ness", "less", "ful", "ish"];
    private static readonly string[] Beginnings = ["un", "re", "pre", "non", "over", "under", "mis", "de", "sub", "inter", "auto", "multi"];

    private bool IsInflected(string small) =>
        Endings.Any(ending => small.Length > ending.Length + 3 && small.EndsWith(ending, StringComparison.Ordinal)
            && (common.Contains(small[..^ending.Length]) || ending is "ing" or "ed" or "er" && common.Contains(small[..^ending.Length] + "e")))
        || Beginnings.Any(beginning => small.Length > beginning.Length + 3 && small.StartsWith(beginning, StringComparison.Ordinal) && common.Contains(small[beginning.Length..]));
}
