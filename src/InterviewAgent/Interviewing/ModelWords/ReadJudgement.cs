using System.Text.Json;
using InterviewAgent.Interviewing.Moves;

namespace InterviewAgent.Interviewing.ModelWords;

/// <summary>The answer to the prompt judge_answer, whose schema was checked before it comes here.</summary>
internal sealed record Judgement(JudgedAnswer Judged, IReadOnlyDictionary<string, string> Wordings);

internal static class ReadJudgement
{
    private static readonly Dictionary<string, Intent> Intents = new(StringComparer.Ordinal)
    {
        ["answer"] = Intent.Answer, ["skip"] = Intent.Skip, ["decline"] = Intent.Decline, ["do-not-know"] = Intent.DoNotKnow,
        ["not-my-area"] = Intent.NotMyArea, ["already-told-you"] = Intent.AlreadyToldYou, ["please-clarify"] = Intent.PleaseClarify,
        ["correction"] = Intent.Correction, ["question"] = Intent.QuestionToInterviewer, ["help"] = Intent.AsksForHelp,
        ["stop"] = Intent.Stop, ["distress"] = Intent.Distress, ["instruction"] = Intent.InstructionToInterviewer,
    };

    internal static Judgement From(JsonElement answer)
    {
        bool Is(string name) => answer.GetProperty(name).GetBoolean();
        var wordings = answer.GetProperty("wordings").EnumerateArray()
            .Select(wording => (Move: wording.GetProperty("move").GetString()!, Text: wording.GetProperty("text").GetString()!));
        return new Judgement(
            new JudgedAnswer(Intents[answer.GetProperty("intent").GetString()!], Is("event"), Is("consequence"), Is("cause"), Is("vague")),
            wordings.GroupBy(wording => wording.Move).ToDictionary(same => same.Key, same => same.First().Text, StringComparer.Ordinal));
    }
}
