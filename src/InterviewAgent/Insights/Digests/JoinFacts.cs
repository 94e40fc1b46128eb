using InterviewAgent.LanguageModels;
using InterviewAgent.Prompts;

namespace InterviewAgent.Insights.Digests;

/// <summary>Lets a model join facts about one account into a few sentences, each of which must name its facts. Never inside a transaction.</summary>
public sealed class JoinFacts(CallModel model, PromptLibrary prompts)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public bool IsConfigured => model.IsConfigured(ModelRole.Analysis);

    /// <summary>Those that may stand; empty where the model is down, or nothing it said may.</summary>
    /// <param name="facts">By id; no words of respondents.</param>
    public async Task<IReadOnlyList<string>> Of(Guid accountId, string account, IReadOnlyDictionary<string, string> facts, CancellationToken cancellation)
    {
        var prompt = prompts["write_digest_paragraph"];
        var rendered = prompt.Render(new Dictionary<string, object?> { ["account"] = account, ["facts"] = facts.Select(fact => new { id = fact.Key, text = fact.Value }) });
        var outcome = await model.Ask(new ModelRequest
        {
            Role = ModelRole.Analysis, Prompt = new PromptIdentity(prompt.Name, prompt.Hash),
            Messages = [ModelMessage.System(rendered.System), ModelMessage.User(rendered.User)],
            Schema = new AnswerSchema(prompt.Name, prompt.Answer!.Value), Within = Patience, Subject = new ModelSubject(accountId),
            Temperature = prompt.Temperature, MaxAnswerTokens = prompt.MaxTokens,
        }, cancellation);
        return CitedSentences.Of((outcome as Answered)?.Json, facts);
    }
}
