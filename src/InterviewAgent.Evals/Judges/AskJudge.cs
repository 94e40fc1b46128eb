using System.Text.Json;
using InterviewAgent.Evals.Suites;
using InterviewAgent.Interviewing;
using InterviewAgent.Prompts;

namespace InterviewAgent.Evals.Judges;

/// <summary>Puts an interviewer's turn to a judge.</summary>
internal sealed class AskJudge(Judge judge, Prompt prompt, Func<RenderedPrompt, JsonElement?> ask)
{
    /// <summary>The rules that the judge says the turn breaks; null where it gave no usable answer.</summary>
    /// <param name="reversed">The questions in the reverse order: a verdict that depends on it is no verdict on the turn.</param>
    internal IReadOnlySet<string>? Of(TurnItem item, bool reversed = false)
    {
        var questions = judge.Questions.Select(question => new { question = question.Id, asks = question.Ask });
        var answer = ask(prompt.Render(new Dictionary<string, object?>
        {
            ["questions"] = (reversed ? questions.Reverse() : questions).ToList(),
            ["conversation"] = item.Turns.Take(item.Turn - 1).Select(Line).ToList(),
            ["turn"] = item.Turns[item.Turn - 1].Text,
        }));
        if (answer is not { ValueKind: JsonValueKind.Object } said) return null;
        var broken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var question in judge.Questions)
        {
            if (!said.TryGetProperty(question.Id, out var verdict) || verdict.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) return null;
            if (verdict.GetBoolean() == question.Fault) broken.Add(question.Rule);
        }
        return broken;
    }

    private static object Line(TurnItem.Spoken turn) => new { by = turn.Speaker == Speaker.Interviewer ? "interviewer" : "respondent", text = turn.Text };
}
