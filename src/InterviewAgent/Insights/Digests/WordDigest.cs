using System.Text.Json;
using InterviewAgent.LanguageModels;
using InterviewAgent.Prompts;

namespace InterviewAgent.Insights.Digests;

/// <summary>
/// With a model: the facts of each flagged account joined into a few sentences, each of which must name its facts. What names none, or says a number that its
/// facts do not, is dropped; where nothing is left, the template's sentence stands. Never inside a transaction.
/// </summary>
public sealed class WordDigest(CallModel model, PromptLibrary prompts, DigestTexts texts)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task Run(Digest digest, DigestFacts facts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(facts);
        if (!model.IsConfigured(ModelRole.Analysis))
        {
            return;
        }
        var flags = facts.Flags.ToDictionary(flag => flag.Id);
        foreach (var claim in digest.Claims.Where(claim => claim.FlagId is not null))
        {
            var known = Facts(flags[claim.FlagId!.Value]);
            var kept = CitedSentences.Of(await Ask(flags[claim.FlagId.Value], known, cancellation), known);
            claim.Text = kept.Count > 0 ? string.Join(' ', kept) : claim.Text;
        }
    }

    /// <summary>By id; counts and kinds, no words of respondents.</summary>
    internal Dictionary<string, string> Facts(DigestFlag flag)
    {
        Dictionary<string, string> facts = new(StringComparer.Ordinal) { ["f1"] = texts.Detail(flag), ["f2"] = flag.Why };
        foreach (var kind in flag.Evidence)
        {
            facts[FormattableString.Invariant($"f{facts.Count + 1}")] = texts.Evidence(kind);
        }
        return facts;
    }

    private async Task<JsonElement?> Ask(DigestFlag flag, Dictionary<string, string> facts, CancellationToken cancellation)
    {
        var prompt = prompts["write_digest_paragraph"];
        var rendered = prompt.Render(new Dictionary<string, object?> { ["account"] = flag.Account, ["facts"] = facts.Select(fact => new { id = fact.Key, text = fact.Value }) });
        var outcome = await model.Ask(new ModelRequest
        {
            Role = ModelRole.Analysis, Prompt = new PromptIdentity(prompt.Name, prompt.Hash),
            Messages = [ModelMessage.System(rendered.System), ModelMessage.User(rendered.User)],
            Schema = new AnswerSchema(prompt.Name, prompt.Answer!.Value), Within = Patience, Subject = new ModelSubject(flag.AccountId),
            Temperature = prompt.Temperature, MaxAnswerTokens = prompt.MaxTokens,
        }, cancellation);
        return (outcome as Answered)?.Json;
    }
}
