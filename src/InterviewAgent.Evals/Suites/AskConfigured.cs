using System.Text.Json;
using InterviewAgent.LanguageModels;
using InterviewAgent.Prompts;

namespace InterviewAgent.Evals.Suites;

/// <summary>Puts a rendered prompt to the model that the settings name for its work.</summary>
public sealed class AskConfigured(CallModel model, ModelRole role)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Of all questions so far.</summary>
    public Spent Spent { get; private set; } = Spent.Nothing;

    /// <summary>Which role's model answers a prompt, by its folder.</summary>
    public static ModelRole RoleOf(string prompt) => prompt switch
    {
        "judge_answer" or "word_move" => ModelRole.Interviewing,
        "judge_neutrality" or "play_respondent" => ModelRole.Judging,
        _ => ModelRole.Analysis,
    };

    /// <summary>Null: no usable answer; the audit row says why.</summary>
    public JsonElement? Answer(RenderedPrompt rendered)
    {
        ArgumentNullException.ThrowIfNull(rendered);
        var prompt = rendered.Prompt;
        var outcome = model.Ask(new ModelRequest
        {
            Role = role,
            Prompt = new PromptIdentity(prompt.Name, prompt.Hash),
            Messages = [ModelMessage.System(rendered.System), ModelMessage.User(rendered.User)],
            Schema = new AnswerSchema(prompt.Name, prompt.Answer!.Value),
            Within = Patience,
            Temperature = prompt.Temperature,
            MaxAnswerTokens = prompt.MaxTokens,
        }).GetAwaiter().GetResult(); // Runs score one sample after the other, on a thread of their own.
        Spent += new Spent(0, 1, outcome.Usage.TokensIn, outcome.Usage.TokensOut, outcome.Usage.CostMicros);
        return (outcome as Answered)?.Json;
    }
}
