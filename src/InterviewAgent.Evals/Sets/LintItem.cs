using System.Text.Json;
using System.Text.RegularExpressions;
using InterviewAgent.Analysis;
using InterviewAgent.Evals.Suites;
using InterviewAgent.Interviewing;
using InterviewAgent.Prompts;

namespace InterviewAgent.Evals.Sets;

/// <summary>One line of a set; which kind of item it is, its own fields say.</summary>
internal static partial class LintItem
{
    internal static IEnumerable<string> Complaints(string line, Seen seen, IReadOnlySet<string> labels, Codebook codebook, PromptLibrary prompts)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("id", out var named) || named.GetString() is not { Length: > 0 } id)
                return ["it is no object with an \"id\""];
            var problems = Kind(root, line, labels, codebook, prompts).ToList();
            if (seen.Id(id)) problems.Add($"the id {id} stands twice");
            if (Content(root) is { } content && seen.Content(content, id) is { } twin) problems.Add($"{id} says the same as {twin}");
            return problems;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return [wrong.Message];
        }
    }

    private static IEnumerable<string> Kind(JsonElement root, string line, IReadOnlySet<string> labels, Codebook codebook, PromptLibrary prompts)
    {
        if (root.TryGetProperty("interviews", out _)) return LintJourney.Complaints(line, codebook);
        if (root.TryGetProperty("values", out _)) return Prompt(JsonSerializer.Deserialize<PromptItem>(line, ReadItems.Json)!, prompts);
        if (root.TryGetProperty("rules", out _)) return Turn(JsonSerializer.Deserialize<TurnItem>(line, ReadItems.Json)!);
        if (root.TryGetProperty("intent", out _)) return Message(JsonSerializer.Deserialize<MessageItem>(line, ReadItems.Json)!);
        if (root.TryGetProperty("codes", out _))
            return JsonSerializer.Deserialize<AnswerItem>(line, ReadItems.Json)!.Codes.Where(code => !codebook.Has(code)).Select(code => $"{code} is not in the codebook");
        if (root.TryGetProperty("spans", out _)) return LintSpans.Complaints(root);
        if (root.TryGetProperty("readings", out var readings))
            return readings.EnumerateObject().Where(reading => !Dimensions.Contains(reading.Name) || reading.Value.GetInt32() is < 0 or > 4).Select(reading => $"{reading.Name} is no reading from 0 to 4");
        if (root.TryGetProperty("label", out var label)) return Named(root, label.GetString() ?? "", labels);
        return ["it has no labels: \"rules\", \"intent\", \"codes\", \"values\", \"spans\", \"readings\", \"label\" or \"interviews\""];
    }

    private static readonly HashSet<string> Dimensions = [.. Enum.GetNames<ReadingDimension>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>A label that the set's description names, and why the item exists.</summary>
    private static IEnumerable<string> Named(JsonElement root, string label, IReadOnlySet<string> labels)
    {
        if (!labels.Contains(label)) yield return $"{label} is none of the labels of set.yaml";
        if (!root.TryGetProperty("notes", out var notes) || string.IsNullOrWhiteSpace(notes.GetString())) yield return "no notes say why it exists";
    }

    private static IEnumerable<string> Prompt(PromptItem item, PromptLibrary prompts)
    {
        if (prompts.All.FirstOrDefault(prompt => prompt.Name == item.Prompt) is not { } prompt) return [$"{item.Prompt} is no prompt"];
        try
        {
            prompt.Render(item.Given);
            return item.Expect.Count == 0 ? ["it expects nothing"] : [];
        }
        catch (ArgumentException wrong)
        {
            return [wrong.Message];
        }
    }

    private static IEnumerable<string> Turn(TurnItem item)
    {
        if (item.Turn < 1 || item.Turn > item.Turns.Count) yield return $"turn {item.Turn} is not one of its {item.Turns.Count} turns";
        else if (item.Turns[item.Turn - 1].Speaker != Speaker.Interviewer) yield return $"turn {item.Turn} is not the interviewer's";
        foreach (var rule in item.Rules.Where(rule => !RuleId().IsMatch(rule))) yield return $"{rule} is no rule of the policy";
        if (string.IsNullOrWhiteSpace(item.Notes)) yield return "no notes say why it exists";
    }

    private static IEnumerable<string> Message(MessageItem item)
    {
        if (item.Split is not (null or "dev" or "test")) yield return $"its split is {item.Split}, neither dev nor test";
    }

    private static string? Content(JsonElement root)
    {
        string Of(string key) => root.TryGetProperty(key, out var value) ? value.GetRawText() : "";
        return root.TryGetProperty("text", out _) ? Of("asked") + Of("question") + Of("text") : root.TryGetProperty("rules", out _) ? Of("turns") + Of("turn") : null;
    }

    [GeneratedRegex("^R([1-9]|1[0-9]|2[0-4])$")]
    private static partial Regex RuleId();
}
