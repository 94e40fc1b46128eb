using InterviewAgent.Accounts;
using InterviewAgent.Analysis.ModelCoding;
using InterviewAgent.LanguageModels;
using InterviewAgent.Privacy;
using InterviewAgent.Prompts;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Analysis;

/// <summary>
/// Codes an interview with a language model: whole, in one call; a very long one in windows that overlap. An answer that cannot be used is
/// sent back once with what is wrong with it. Quotes are located here, and what is not in the transcript is kept as unverified.
/// </summary>
public sealed class ModelCoder
{
    private readonly CallModel model;
    private readonly PromptLibrary prompts;
    private readonly Codebook codebook;
    private readonly IOptions<LanguageModelsOptions> models;
    private readonly AnalysisOptions options;

    internal ModelCoder(CallModel model, PromptLibrary prompts, Codebook codebook, IOptions<LanguageModelsOptions> models, IOptions<AnalysisOptions> options) =>
        (this.model, this.prompts, this.codebook, this.models, this.options) = (model, prompts, codebook, models, options.Value);

    public bool IsConfigured => model.IsConfigured(ModelRole.Analysis);

    /// <summary>As it stands at a finding.</summary>
    public string Origin => models.Value.Analysis.Model;

    /// <summary>Never throws on what was said or answered; only when <paramref name="cancellation"/> asks for it.</summary>
    public async Task<ModelCodingResult> Code(Transcript transcript, ModelSubject subject, KnownPeople people, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        if (!transcript.Turns.Any(turn => turn.Speaker == Interviewing.Speaker.Participant))
            return new Coded(new CodedInterview([], [], 0, []));
        var windows = CutWindows.Of(transcript.Turns, options.WindowCharacters, options.OverlapTurns);
        List<CodedInterview> parts = [];
        foreach (var (window, index) in windows.Select((window, index) => (window, index)))
        {
            var part = windows.Count == 1 ? null : FormattableString.Invariant($"{index + 1} of {windows.Count}");
            var (answer, outcome) = await Once(transcript, window, part, null, subject, people, cancellation);
            if (answer is null && outcome is Invalid or Truncated || answer?.Fault is not null)
                (answer, outcome) = await Once(transcript, window, part, answer?.Fault ?? outcome.Why, subject, people, cancellation);
            if (answer is null)
                return Unusable(outcome);
            parts.Add(answer.Coded);
        }
        return new Coded(MergeParts.Of(parts, windows));
    }

    private async Task<(ReadCoding? Answer, ModelOutcome Outcome)> Once(
        Transcript transcript, IReadOnlyList<TranscriptTurn> window, string? part, string? fault, ModelSubject subject, KnownPeople people, CancellationToken cancellation)
    {
        var prompt = prompts["code_interview"];
        var rendered = prompt.Render(new Dictionary<string, object?>
        {
            ["codebook"] = codebook.Entries.Select(entry => new Dictionary<string, string?>
            {
                ["code"] = entry.Code, ["kind"] = entry.Kind.ToString().ToLowerInvariant(), ["is"] = entry.Is, ["is-not"] = entry.IsNot ?? "",
            }),
            ["role"] = transcript.Role.Name(), ["checkpoint"] = transcript.Checkpoint.Name(), ["part"] = part, ["fault"] = fault,
            ["interview"] = window.Select(turn => new { turn = turn.N, by = turn.Speaker == Interviewing.Speaker.Participant ? "respondent" : "interviewer", text = turn.Text }),
        });
        var outcome = await model.Ask(new ModelRequest
        {
            Role = ModelRole.Analysis,
            Prompt = new PromptIdentity(prompt.Name, prompt.Hash),
            Messages = [ModelMessage.System(rendered.System), ModelMessage.User(rendered.User)],
            Schema = new AnswerSchema(prompt.Name, prompt.Answer!.Value),
            Within = TimeSpan.FromSeconds(options.CallSeconds),
            Subject = subject,
            People = people,
            Temperature = prompt.Temperature,
            MaxAnswerTokens = prompt.MaxTokens,
        }, cancellation);
        return (outcome is Answered { Json: { } json } ? ReadCoding.From(json, transcript, window, codebook) : null, outcome);
    }

    /// <summary>What passes waits as a row; what the model will answer again in the same way is final, and the built-in coder's result stands.</summary>
    private static ModelCodingResult Unusable(ModelOutcome outcome) => outcome switch
    {
        RateLimited limited => new Waits(outcome.Name, limited.RetryAfter),
        CircuitOpen open => new Waits(outcome.Name, open.RetryAfter),
        OverBudget or TimedOut or Failed or AuthFailed or NotFound or NotConfigured => new Waits(outcome.Name, null),
        _ => new Unusable(outcome.Name),
    };
}

/// <summary>What became of a model's coding: one of the three below.</summary>
public abstract record ModelCodingResult
{
    private protected ModelCodingResult() { }
}

/// <param name="Interview">Findings without a quote are the unverified ones.</param>
public sealed record Coded(CodedInterview Interview) : ModelCodingResult;

/// <summary>Not now: the provider, a limit or a setting is in the way.</summary>
/// <param name="Outcome">The outcome of the last call.</param>
public sealed record Waits(string Outcome, TimeSpan? RetryAfter) : ModelCodingResult;

/// <summary>The model refused, or answered twice in a way that cannot be used.</summary>
/// <param name="Outcome">The outcome of the last call.</param>
public sealed record Unusable(string Outcome) : ModelCodingResult;
