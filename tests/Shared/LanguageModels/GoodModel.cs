using System.Text.Json;

namespace InterviewAgent.Tests.LanguageModels;

/// <summary>A model that does as it is told: it reads the moves out of the prompt and words each.</summary>
public static class GoodModel
{
    private static readonly string[] Questions =
    [
        "What happened in the hours after that?", "What did the drivers do then?", "Tell me about the last Monday.",
        "Which step of the work comes before that one?", "Walk me through the last time you did that.", "Which role was involved in that part?",
        "What did that part look like at the end of the week?", "Who, by role, did the next step?",
    ];

    public static ModelReply Reply(SeenRequest request) => Name(request) switch
    {
        "judge_answer" => Judged(request, (move, turn) => Questions[(turn + move) % Questions.Length]),
        "word_move" => ModelReply.Json(new { text = "What happened next?" }),
        "code_interview" => ModelReply.Json(new { findings = Array.Empty<object>(), sentiment = new { overall = 0, turns = Array.Empty<object>() } }),
        _ => ModelReply.Text("What happened next?"),
    };

    /// <summary>A judgement with these words for every move.</summary>
    public static ModelReply Saying(SeenRequest request, string text) =>
        Name(request) == "judge_answer" ? Judged(request, (_, _) => text) : ModelReply.Json(new { text });

    public static ModelReply Judged(SeenRequest request, Func<int, int, string> word, string intent = "answer", bool complete = false)
    {
        var turns = request.Messages.Last().Text.Split('\n').Count(line => line.StartsWith("{\"n\":", StringComparison.Ordinal));
        return ModelReply.Json(new
        {
            intent, @event = complete, consequence = complete, cause = complete, vague = false,
            wordings = Moves(request).Select((move, index) => new { move = move.Id, text = word(index, turns) }),
        });
    }

    public static string Name(SeenRequest request) => request.Body.GetProperty("response_format").GetProperty("json_schema").GetProperty("name").GetString()!;

    public static IReadOnlyList<(string Id, string Kind, string Instead)> Moves(SeenRequest request) =>
        [.. request.Messages.Last().Text.Split('\n').Where(line => line.StartsWith("{\"id\":", StringComparison.Ordinal)).Select(line =>
        {
            using var move = JsonDocument.Parse(line);
            return (move.RootElement.GetProperty("id").GetString()!, move.RootElement.GetProperty("kind").GetString()!, move.RootElement.GetProperty("instead").GetString()!);
        })];
}
