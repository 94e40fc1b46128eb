using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Analysis;

/// <summary>The codes of prompts/codebook.yaml, in the codebook's order: the only ones a finding may carry.</summary>
public sealed class Codebook
{
    private readonly Dictionary<string, FindingKind> kinds;

    private Codebook(IEnumerable<CodebookEntry> entries)
    {
        Entries = [.. entries];
        kinds = Entries.ToDictionary(entry => entry.Code, entry => entry.Kind, StringComparer.Ordinal);
    }

    public IReadOnlyList<CodebookEntry> Entries { get; }

    public bool Has(string code) => kinds.ContainsKey(code);

    /// <summary>The code's short name; the code itself where an older finding carries one that is no longer in the book.</summary>
    public string NameOf(string code) => Entries.FirstOrDefault(entry => entry.Code == code)?.Name is { Length: > 0 } name ? name : code;

    /// <exception cref="KeyNotFoundException">The code is not in the codebook.</exception>
    public FindingKind KindOf(string code) => kinds[code];

    /// <param name="promptsFolder">The folder that holds codebook.yaml.</param>
    /// <exception cref="InvalidDataException">A code is missing its kind or stands twice.</exception>
    public static Codebook Load(string promptsFolder)
    {
        ArgumentNullException.ThrowIfNull(promptsFolder);
        var path = Path.Combine(promptsFolder, "codebook.yaml");
        var reader = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build();
        var entries = reader.Deserialize<List<CodebookEntry>>(File.ReadAllText(path));
        var twice = entries.GroupBy(entry => entry.Code).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new InvalidDataException($"{path}: the code {twice.Key} stands twice; keep one");
        return new Codebook(entries);
    }
}

/// <summary>One code: what it is, and what is easily taken for it and is another.</summary>
public sealed class CodebookEntry
{
    public string Code { get; set; } = "";
    public FindingKind Kind { get; set; }

    /// <summary>What a reader of the dashboard sees, in a few words.</summary>
    public string Name { get; set; } = "";
    public string Is { get; set; } = "";
    public string? IsNot { get; set; }
}
