using System.Text.Json;
using System.Text.RegularExpressions;
using InterviewAgent.Tests.LanguageModels;

namespace InterviewAgent.Tests.Evals.Recordings;

/// <summary>
/// A handful of rules behind a model's address, for recordings that ship: its name says that it is no model, and what it gets wrong it
/// gets wrong on purpose, so that the gate has something to hold.
/// </summary>
internal static partial class ScriptedModel
{
    internal const string Name = "scripted-not-a-model";

    internal static ModelReply Answer(SeenRequest request)
    {
        var said = request.Messages.Last().Text;
        var answer = Line(said, "\"by\":\"respondent\"");
        return ModelReply.Json(new
        {
            intent = Refusal().IsMatch(answer) ? "decline" : Order().IsMatch(answer) ? "instruction" : "answer",
            @event = Happened().IsMatch(answer), consequence = answer.Contains(" so ", StringComparison.Ordinal), cause = answer.Contains("because", StringComparison.Ordinal),
            vague = Mood().IsMatch(answer),
            wordings = GoodModel.Moves(request).Select(move => new { move = move.Id, text = move.Instead }),
        });
    }

    private static string Line(string text, string with) => text.Split('\n').LastOrDefault(line => line.Contains(with, StringComparison.Ordinal)) is { } line
        ? JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()! : "";

    [GeneratedRegex("would rather not|no comment")]
    private static partial Regex Refusal();

    [GeneratedRegex("^Ignore")]
    private static partial Regex Order();

    [GeneratedRegex("On Monday|came late|were told")]
    private static partial Regex Happened();

    [GeneratedRegex("excited|fine|aligned")]
    private static partial Regex Mood();
}
