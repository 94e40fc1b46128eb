using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using InterviewAgent.Interviewing.Wording;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Interviewing;

/// <summary>The word lists of the gate, one file a concern, compiled for a single pass over a draft.</summary>
public sealed class NeutralityLexicon
{
    private static readonly PhraseSet Nothing = new([], []);
    private readonly FrozenDictionary<string, PhraseSet> phrases;
    private readonly FrozenDictionary<string, FrozenSet<string>> words;

    private NeutralityLexicon(Dictionary<string, LexiconFile> files, string hash)
    {
        Hash = hash;
        Spelling = SpellingOf(files);
        phrases = files.SelectMany(file => Compile(file.Key, file.Value)).ToFrozenDictionary(StringComparer.Ordinal);
        words = files.ToFrozenDictionary(
            file => file.Key,
            file => file.Value.Words.SelectMany(group => Words(group.Words)).ToFrozenSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    /// <summary>SHA-256 over the names and bytes of all files, hex.</summary>
    public string Hash { get; }
    internal Spelling Spelling { get; }
    internal PhraseSet Phrases(string concern) => phrases.GetValueOrDefault(concern, Nothing);
    internal FrozenSet<string> WordSet(string concern) => words.GetValueOrDefault(concern, FrozenSet<string>.Empty);

    /// <param name="folder">Folder of the word lists of one language, as prompts/lexicons/en/neutrality.</param>
    /// <exception cref="FormatException">Names the file and what is wrong in it.</exception>
    public static NeutralityLexicon Load(string folder)
    {
        var read = ReadFiles(folder);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, text) in read)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n" + text.ReplaceLineEndings("\n")));
        }

        return new NeutralityLexicon(
            read.ToDictionary(file => file.Name, file => Parse(file.Name, file.Text)),
            Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    internal static List<(string Name, string Text)> ReadFiles(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : [];
        return files.Length == 0
            ? throw new FormatException($"{folder}: no word lists (*.yaml) here; the prompts folder is incomplete")
            : [.. files.Order(StringComparer.Ordinal).Select(path => (Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)))];
    }

    internal static LexiconFile Parse(string name, string text)
    {
        try
        {
            var reader = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
            return reader.Deserialize<LexiconFile>(text) ?? new LexiconFile();
        }
        catch (YamlException broken)
        {
            throw new FormatException($"{name}.yaml, line {broken.Start.Line}: {broken.Message}", broken);
        }
    }

    private List<KeyValuePair<string, PhraseSet>> Compile(string name, LexiconFile file)
    {
        try
        {
            var classes = file.Classes.ToDictionary(entry => entry.Key, entry => Words(entry.Value), StringComparer.Ordinal);
            IEnumerable<Phrase> Read(List<LexiconFile.Entry> entries) =>
                entries.SelectMany(entry => PhraseParser.Parse(WithoutShortForms(entry.Match), classes));
            return [
                new(name, new PhraseSet(Read(file.Phrases), Read(file.Except))),
                .. file.Groups.Select(group => KeyValuePair.Create($"{name}.{group.Key}", new PhraseSet(Read(group.Value), Read(file.Except))))];
        }
        catch (FormatException broken)
        {
            throw new FormatException($"{name}.yaml: {broken.Message}", broken);
        }
    }

    internal string WithoutShortForms(string notation) => string.Join(' ', notation.Split(' ')
        .SelectMany(part => Spelling.ShortForms.TryGetValue(part, out var parts) ? parts : [part]));

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static Spelling SpellingOf(Dictionary<string, LexiconFile> files)
    {
        var lookAlikes = files.TryGetValue("look-alikes", out var file) ? file.Pairs : [];
        var shortForms = files.TryGetValue("short-forms", out file) ? file.Pairs : [];
        return new Spelling(
            shortForms.ToFrozenDictionary(pair => pair.Key, pair => Words(pair.Value), StringComparer.Ordinal),
            lookAlikes.Where(pair => pair.Key.Length == 1).ToFrozenDictionary(pair => pair.Key[0], pair => pair.Value),
            (files.TryGetValue("abbreviations", out file) ? file.Words : [])
                .SelectMany(group => Words(group.Words)).ToFrozenSet(StringComparer.Ordinal));
    }
}
