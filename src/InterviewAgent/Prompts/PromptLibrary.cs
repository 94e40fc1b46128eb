using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Prompts;

/// <summary>Every prompt of the prompts folder, read and checked once: a broken file stops the start and names its places.</summary>
public sealed class PromptLibrary
{
    internal static readonly IReadOnlyList<string> Folders = ["interviewing", "analysis", "insights", "judges", "respondents"];
    private readonly Dictionary<string, Prompt> prompts;

    private PromptLibrary(IEnumerable<Prompt> prompts) => this.prompts = prompts.ToDictionary(prompt => prompt.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<Prompt> All => prompts.Values;

    /// <exception cref="KeyNotFoundException">There is no such prompt.</exception>
    public Prompt this[string name] => prompts.TryGetValue(name, out var prompt) ? prompt
        : throw new KeyNotFoundException($"There is no prompt {name}; there are {string.Join(", ", prompts.Keys.Order(StringComparer.Ordinal))}.");

    /// <param name="promptsFolder">The prompts folder; read are the .yaml files of interviewing, analysis, insights, judges and respondents.</param>
    /// <exception cref="BadInputException">A file cannot be used; every problem is named with its file.</exception>
    public static PromptLibrary Load(string promptsFolder)
    {
        List<Prompt> prompts = [];
        List<string> problems = [];
        foreach (var path in Files(promptsFolder))
        {
            var (prompt, found) = Read(path);
            problems.AddRange(found.Select(problem => $"{Path.GetRelativePath(promptsFolder, path)}: {problem}"));
            if (prompt is not null)
                prompts.Add(prompt);
        }
        problems.AddRange(prompts.GroupBy(prompt => prompt.Name).Where(same => same.Count() > 1).Select(same => $"two files are named {same.Key}"));
        return problems.Count == 0 ? new PromptLibrary(prompts)
            : throw new BadInputException("The prompts", string.Join("; ", problems), "Mend these files.");
    }

    internal static IEnumerable<string> Files(string promptsFolder) => Folders.Select(folder => Path.Combine(promptsFolder, folder))
        .Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.yaml")).Order(StringComparer.Ordinal);

    private static (Prompt?, IReadOnlyList<string>) Read(string path)
    {
        PromptFile file;
        try
        {
            file = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<PromptFile>(File.ReadAllText(path));
        }
        catch (YamlException wrong)
        {
            return (null, [$"line {wrong.Start.Line}: {wrong.InnerException?.Message ?? wrong.Message}"]);
        }
        var problems = CheckPrompt.Problems(file, Path.GetFileNameWithoutExtension(path)).ToList();
        return problems.Count > 0 ? (null, problems) : (new Prompt(file, Hash(file), Schema(file)), []);
    }

    private static JsonElement? Schema(PromptFile file)
    {
        if (file.OutputVariable?.JsonSchema is not { Length: > 0 } json)
            return null;
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static string Hash(PromptFile file)
    {
        var settings = file.ExecutionSettings.OrderBy(of => of.Key, StringComparer.Ordinal)
            .Select(of => FormattableString.Invariant($"{of.Key} {of.Value.Temperature} {of.Value.MaxTokens} {of.Value.ResponseFormat}"));
        var sent = string.Join('\n', [PromptTemplate.WithoutComments(file.Template), file.OutputVariable?.JsonSchema ?? "", .. settings]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sent)));
    }
}
