using System.Text.Json;
using InterviewAgent.Interviewing.Drafting;
using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Moves;
using InterviewAgent.LanguageModels;
using InterviewAgent.Privacy;
using InterviewAgent.Prompts;

namespace InterviewAgent.Interviewing.ModelWords;

/// <summary>The two questions that an interview puts to a model: judge the answer and word the probes; and word one probe again.</summary>
internal sealed class AskForWords(CallModel model, PromptLibrary prompts)
{
    internal bool IsConfigured => model.IsConfigured(ModelRole.Interviewing);

    /// <summary>Null: no usable answer in time; the call's audit row says why.</summary>
    internal async Task<Judgement?> Judge(OwedReply owed, TimeSpan within, CancellationToken cancellation)
    {
        var values = Known(owed);
        values["role"] = Accounts.RoleSides.Name(owed.Held.Respondent.Role);
        values["moves"] = owed.Admissible.Probes.Select((probe, index) => Described(owed, probe, Id(index)));
        values["may_quote"] = ChooseProbe.MayQuote(owed.State) ? "yes" : null;
        return await Ask(owed, prompts["judge_answer"], values, within, cancellation) is { } answer ? ReadJudgement.From(answer) : null;
    }

    /// <summary>Null: as above.</summary>
    internal async Task<string?> WordAgain(
        OwedReply owed, AdmissibleProbe probe, IEnumerable<CheckedDraft> tried, TimeSpan within, CancellationToken cancellation)
    {
        var values = Known(owed);
        values["move"] = Described(owed, probe, null);
        values["tried"] = tried.Select(draft => new { text = draft.Text, broken = draft.Verdict.Breaches.Select(breach => breach.Why).Distinct() });
        return (await Ask(owed, prompts["word_move"], values, within, cancellation))?.GetProperty("text").GetString();
    }

    internal static string Id(int index) => ((char)('a' + index)).ToString();

    /// <summary>What a model was told in both, which must not come back in a draft. One string for all drafts, so that the gate reads it once.</summary>
    internal string Instructions { get; } = prompts["judge_answer"].Unchanging + "\n" + prompts["word_move"].Unchanging;

    private async Task<JsonElement?> Ask(
        OwedReply owed, Prompt prompt, Dictionary<string, object?> values, TimeSpan within, CancellationToken cancellation)
    {
        var rendered = prompt.Render(values);
        var interview = owed.Held.Interview;
        var outcome = await model.Ask(new ModelRequest
        {
            Role = ModelRole.Interviewing,
            Prompt = new PromptIdentity(prompt.Name, prompt.Hash),
            Messages = [ModelMessage.System(rendered.System), ModelMessage.User(rendered.User)],
            Schema = new AnswerSchema(prompt.Name, prompt.Answer!.Value),
            Within = within,
            Subject = new ModelSubject(interview.AccountId, interview.RespondentId, interview.Id, owed.Held.NextN, interview.GuideHash, interview.RulesVersion),
            People = KnownPeople.Of(owed.Held.Account, owed.Situation.Slots.Vendor ?? ""),
            Temperature = prompt.Temperature,
            MaxAnswerTokens = prompt.MaxTokens,
        }, cancellation);
        return (outcome as Answered)?.Json;
    }

    private static Dictionary<string, object?> Known(OwedReply owed) => new()
    {
        ["product"] = owed.Situation.Slots.Product, ["task"] = owed.Situation.Slots.Task, ["conversation"] = ConversationLines.Of(owed.Held.Interview.Turns),
    };

    private static object Described(OwedReply owed, AdmissibleProbe probe, string? id) => new
    {
        id,
        kind = probe.Kind,
        instead = FillTemplate.Words(owed.Guide, probe.Move with { LeadIn = null }, owed.State.Pending, owed.Situation.Slots, [], twin: false),
    };
}
