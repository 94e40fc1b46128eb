using System.Text.Json;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Interviewing;
using InterviewAgent.Prompts;

namespace InterviewAgent.Evals.Suites;

/// <summary>Values for one prompt, and what the model's answer has to say (evals/sets/prompts).</summary>
/// <param name="Expect">By path in the answer ("intent", "findings[*].code"): the values found there, in any order.</param>
internal sealed record PromptItem(
    string Id, string Prompt, Dictionary<string, JsonElement> Values, Dictionary<string, JsonElement> Expect, string Notes, string? Group = null)
{
    /// <summary>As the library renders them: arrays become lines.</summary>
    internal Dictionary<string, object?> Given => Values.ToDictionary(pair => pair.Key, pair => (object?)(pair.Value.ValueKind switch
    {
        JsonValueKind.Array => pair.Value.EnumerateArray().ToList(),
        JsonValueKind.String => pair.Value.GetString(),
        _ => pair.Value,
    }));
}

/// <summary>A prompt of the library put to the configured model.</summary>
internal static class PromptTask
{
    private static readonly string[] Named = ["product", "task"];

    internal static IEnumerable<Sample> Samples(
        string folder, Suite suite, PromptLibrary prompts, Func<string, DraftContext, Verdict> check, Func<RenderedPrompt, JsonElement?> ask) =>
        from item in ReadItems.Of<PromptItem>(Path.Combine(folder, "items.jsonl"))
        where item.Prompt == suite.Prompt
        let cluster = item.Group ?? item.Id
        select new Sample(item.Id, cluster, "dev", item.Notes, [.. item.Expect.Select(pair => $"{pair.Key}: {pair.Value}")],
            () => Score(item, ask(prompts[item.Prompt].Render(item.Given)), check));

    private static Answer Score(PromptItem item, JsonElement? answer, Func<string, DraftContext, Verdict> check)
    {
        var scores = new Dictionary<string, double> { ["answer usable"] = answer is null ? 0 : 1 };
        if (answer is not { } said)
            return new Answer([], scores);
        var right = item.Expect.Where(pair => Wanted(pair.Value).SetEquals(Found(said, pair.Key))).Select(pair => $"{pair.Key}: {pair.Value}").ToList();
        scores["as expected"] = (double)right.Count / Math.Max(1, item.Expect.Count);
        var drafts = Found(said, item.Prompt == "word_move" ? "text" : "wordings[*].text").ToList();
        if (item.Prompt is "word_move" or "judge_answer" && drafts.Count > 0)
            scores["drafts clean"] = drafts.Average(draft => check(draft, Context(item, draft)).Blocks ? 0.0 : 1.0);
        return new Answer(right, scores);
    }

    private static DraftContext Context(PromptItem item, string draft)
    {
        var turns = item.Values["conversation"].EnumerateArray().Select(turn => (By: turn.GetProperty("by").GetString(), Text: turn.GetProperty("text").GetString()!)).ToList();
        return new DraftContext
        {
            Move = draft.Contains('"', StringComparison.Ordinal) ? MoveKind.QuoteProbe : MoveKind.Probe, ByModel = true, LastIntent = Intent.Answer,
            Said = [.. turns.Where(turn => turn.By == "respondent").Select(turn => turn.Text)],
            Shown = [.. turns.Where(turn => turn.By == "interviewer").Select(turn => new ShownTurn(MoveKind.CoreQuestion, null, turn.Text))],
            GuideNouns = [.. Named.Where(item.Values.ContainsKey).Select(name => item.Values[name].GetString()!)],
        };
    }

    private static HashSet<string> Wanted(JsonElement expected) => expected.ValueKind == JsonValueKind.Array
        ? [.. expected.EnumerateArray().Select(Plain)] : [Plain(expected)];

    private static IEnumerable<string> Found(JsonElement answer, string path)
    {
        IEnumerable<JsonElement> at = [answer];
        foreach (var step in path.Split('.'))
        {
            var name = step.Replace("[*]", "", StringComparison.Ordinal);
            at = at.Where(one => one.ValueKind == JsonValueKind.Object && one.TryGetProperty(name, out _)).Select(one => one.GetProperty(name));
            if (step.EndsWith("[*]", StringComparison.Ordinal))
                at = at.Where(one => one.ValueKind == JsonValueKind.Array).SelectMany(one => one.EnumerateArray());
        }
        return at.Select(Plain);
    }

    private static string Plain(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
