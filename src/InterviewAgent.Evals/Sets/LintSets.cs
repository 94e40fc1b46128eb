using InterviewAgent.Analysis;
using InterviewAgent.Prompts;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Evals.Sets;

/// <summary>One thing wrong in a set, at its place.</summary>
public sealed record Complaint(string Place, string Problem);

/// <summary>What was read, and what is wrong in it.</summary>
public sealed record LintReport(int Sets, int Items, IReadOnlyList<Complaint> Complaints);

/// <summary>Checks every set under a folder: its description, its lines, its ids, labels that exist, quotes that were said.</summary>
public sealed class LintSets(Codebook codebook, PromptLibrary prompts)
{
    private static readonly string[] Needed = ["name", "format", "licence", "what", "labelled"];
    private readonly List<Complaint> complaints = [];
    private int items;

    public LintReport Run(string setsFolder)
    {
        if (!Directory.Exists(setsFolder)) throw new BadInputException(setsFolder, "there are no sets", "Name the evals folder of a checkout.");
        var folders = Directory.GetDirectories(setsFolder).Order(StringComparer.Ordinal).ToList();
        folders.ForEach(Check);
        return new LintReport(folders.Count, items, complaints);
    }

    private void Check(string folder)
    {
        var description = Describe(folder);
        if (description is null) return;
        foreach (var key in Needed.Where(key => string.IsNullOrWhiteSpace(description.GetValueOrDefault(key) as string)))
            complaints.Add(new Complaint(Path.Combine(folder, "set.yaml"), $"it does not say its {key}"));
        if (description.GetValueOrDefault("name") as string is { } name && name != Path.GetFileName(folder))
            complaints.Add(new Complaint(Path.Combine(folder, "set.yaml"), $"its name is {name}, its folder's {Path.GetFileName(folder)}"));
        var files = Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0) complaints.Add(new Complaint(folder, "it has no items"));
        var (seen, labels) = (new Seen(), Labels(description));
        foreach (var file in files)
            foreach (var (line, text) in File.ReadLines(file).Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
            {
                items++;
                complaints.AddRange(LintItem.Complaints(text, seen, labels, codebook, prompts).Select(problem => new Complaint($"{file} line {line + 1}", problem)));
            }
    }

    private static HashSet<string> Labels(Dictionary<string, object> description) =>
        [.. description.GetValueOrDefault("labels") is IEnumerable<object> named ? named.Select(label => $"{label}") : []];

    private Dictionary<string, object>? Describe(string folder)
    {
        var path = Path.Combine(folder, "set.yaml");
        try
        {
            if (File.Exists(path))
                return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
                    .Deserialize<Dictionary<string, object>>(File.ReadAllText(path)) ?? [];
            complaints.Add(new Complaint(path, "the set has no description"));
        }
        catch (YamlException wrong)
        {
            complaints.Add(new Complaint($"{path} line {wrong.Start.Line}", wrong.Message));
        }
        return null;
    }
}

/// <summary>Ids and contents of the set so far.</summary>
internal sealed class Seen
{
    private readonly Dictionary<string, string> contents = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    internal bool Id(string id) => !ids.Add(id);

    /// <summary>The id under which the same content stood before.</summary>
    internal string? Content(string content, string id) => contents.TryAdd(content, id) ? null : contents[content];
}
