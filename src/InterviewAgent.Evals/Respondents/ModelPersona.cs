using System.Text.Json;
using InterviewAgent.Interviewing;
using InterviewAgent.Prompts;

namespace InterviewAgent.Evals.Respondents;

/// <summary>
/// A persona played by a model, told what it knows and what brings each fact out. What it says it told counts only where it is one of the
/// persona's facts; an answer that cannot be used is a shrug.
/// </summary>
internal sealed class ModelPersona(Persona persona, Prompt prompt, Func<RenderedPrompt, JsonElement?> ask) : IPlayPersona
{
    private static readonly string[] Refusals = ["rather not", "no comment", "not say", "skip", "prefer not"];
    private readonly List<object> conversation = [];
    private readonly HashSet<string> told = new(StringComparer.Ordinal);
    private int shrugs;

    public IReadOnlyCollection<string> Told => told;
    public bool Declined { get; private set; }

    public string Hear(Reply asked)
    {
        Declined = false;
        if (PlayedPersona.Procedure(asked.Move) is { } fixedWords) return fixedWords;
        var answer = Ask(asked.Text);
        conversation.Add(new { by = "interviewer", text = asked.Text });
        conversation.Add(new { by = "respondent", text = answer });
        // A long answer that mentions a refusal is none.
        Declined = answer.Length < 80 && Array.Exists(Refusals, words => answer.Contains(words, StringComparison.OrdinalIgnoreCase));
        return answer;
    }

    private string Ask(string turn)
    {
        var facts = persona.Answers.SelectMany(answer => answer.Behind.Select(fact => new { id = fact.Fact, text = fact.Say, comes_out = fact.ComesOutWhenAskedFor })).ToList();
        var said = ask(prompt.Render(new Dictionary<string, object?>
        {
            ["persona"] = $"{persona.RoleName} at a customer of {persona.Product}. Style: {persona.Style}. {persona.Why} Says otherwise: {string.Join(" / ", persona.Answers.Select(answer => answer.Say))}",
            ["facts"] = facts, ["conversation"] = conversation, ["turn"] = turn,
        }));
        if (said is not { ValueKind: JsonValueKind.Object } answer || !answer.TryGetProperty("text", out var text) || text.GetString() is not { Length: > 0 } words)
            return persona.Closed[shrugs++ % persona.Closed.Count];
        if (answer.TryGetProperty("told", out var listed) && listed.ValueKind == JsonValueKind.Array)
            told.UnionWith(listed.EnumerateArray().Select(one => one.GetString() ?? "").Intersect(facts.Select(fact => fact.id)));
        return words;
    }
}
