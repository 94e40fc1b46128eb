using InterviewAgent.LanguageModels.Providers;
using Microsoft.Extensions.Options;

namespace InterviewAgent.LanguageModels.Check;

/// <summary>One small real call for each configured role, and what it shows.</summary>
public sealed class CheckModels
{
    // The words ask for plain text: only a server that holds the answer to its schema gives JSON.
    private static readonly AnswerSchema Ready = AnswerSchema.Parse("ready", """
        {"type":"object","properties":{"state":{"type":"string","enum":["ready"]}},"required":["state"],"additionalProperties":false}
        """);

    private static readonly PromptIdentity Prompt = new("models-check", "built-in");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly CallModel model;
    private readonly LanguageModelsOptions options;

    internal CheckModels(CallModel model, IOptions<LanguageModelsOptions> options) => (this.model, this.options) = (model, options.Value);

    /// <summary>One result for each configured role; none when the product runs without models.</summary>
    /// <param name="fill">Also send a prompt that fills nine tenths of ContextTokens: the only way to know where a server does not say. It costs that many tokens.</param>
    public async IAsyncEnumerable<ModelCheck> Run(bool fill = false, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var role in Enum.GetValues<ModelRole>().Where(model.IsConfigured))
        {
            yield return await Check(role, fill, cancellation);
        }
    }

    private async Task<ModelCheck> Check(ModelRole role, bool fill, CancellationToken cancellation)
    {
        var settings = options.Of(role);
        var outcome = await Ask(role, Ready, cancellation);
        // A server that refuses the schema itself answers 400, which is not tried twice; one that is not there is not asked again.
        var plain = outcome is Invalid or Refused or Truncated or Failed { Usage.Attempts: 1 } ? await Ask(role, null, cancellation) : null;
        var works = outcome is Answered || plain is Answered;
        var seen = works && settings.Kind == ModelProvider.Compatible ? await ReadContext.Of(settings, cancellation) : null;
        var filled = works && fill ? await Ask(role, null, cancellation, Filler(settings)) : null;
        return new ModelCheck(
            role, settings.Provider, settings.Model, settings.Kind == ModelProvider.Recording ? settings.Recordings : ConnectProvider.Shown(settings),
            works, outcome is Answered, (int)(plain is Answered ? plain : outcome).Usage.Took.TotalMilliseconds, settings.ContextTokens, seen, filled is null ? null : filled is Answered,
            Problem(settings, outcome, plain) ?? (filled is null or Answered ? null : filled.Why), Mend(settings, outcome, plain, seen, filled));
    }

    /// <summary>"the " is one token to every tokenizer we know of, and to our estimate.</summary>
    private static string Filler(ModelOptions settings) =>
        string.Concat(Enumerable.Repeat("the ", (int)(Math.Max(0, settings.ContextTokens - settings.MaxAnswerTokens) * 0.9)));

    private Task<ModelOutcome> Ask(ModelRole role, AnswerSchema? schema, CancellationToken cancellation, string filler = "") => model.Ask(new ModelRequest
    {
        Role = role,
        Prompt = Prompt,
        Messages = [ModelMessage.System("You are being checked."), ModelMessage.User(filler + "Say that you are ready, in one word.")],
        Schema = schema,
        Within = Patience,
    }, cancellation);

    private static string? Problem(ModelOptions settings, ModelOutcome outcome, ModelOutcome? plain) => (outcome, plain) switch
    {
        (Answered, _) => null,
        (_, Answered) => $"It answers, but does not keep to a schema by {settings.StructuredOutput}: {outcome.Why}",
        _ => outcome.Why,
    };

    private static string? Mend(ModelOptions settings, ModelOutcome outcome, ModelOutcome? plain, int? seen, ModelOutcome? filled) => (outcome, plain) switch
    {
        (Answered, _) when seen < settings.ContextTokens => FormattableString.Invariant($"Set ContextTokens to {seen}: the server takes no more."),
        (Answered, _) when filled is not (null or Answered) => "Set ContextTokens lower and check again.",
        (Answered, _) => null,
        (_, Answered) => $"Set StructuredOutput to {(settings.StructuredOutput == ModelProviders.JsonSchema ? ModelProviders.JsonObject : ModelProviders.InPrompt)} and check again.",
        (AuthFailed, _) when settings.EntraId => "Sign in with az login, or run under a managed or workload identity; it needs the role Cognitive Services OpenAI User on the resource, and EntraScope must fit it.",
        (AuthFailed, _) => $"Set {(settings.ApiKey.Length > 0 ? "ApiKey in the environment" : ModelProviders.KeyVariable(settings) is { Length: > 0 } variable ? variable : "KeyVariable, and that variable")} to a key of this {(settings.Kind == ModelProvider.AzureOpenAI ? "resource" : "server")}.",
        (NotFound, _) => settings.Kind == ModelProvider.AzureOpenAI
            ? "Model is the deployment's name as the portal shows it, Endpoint the resource's address." : "See Endpoint (most servers want /v1 at its end) and Model.",
        (RateLimited, _) => "Wait, or raise the quota.",
        (TimedOut, _) => "See whether the server is up and the model loaded.",
        (Filtered, _) => "The filter stops even this harmless prompt: see its settings.",
        (OverBudget, _) => "Raise DailyBudget, or wait until tomorrow (UTC).",
        _ => "See Endpoint, and whether the server is reachable from here.",
    };
}

/// <param name="Works">It answered at all.</param>
/// <param name="Structured">It kept to a schema, which the prompts need.</param>
/// <param name="ContextTokens">As the settings say.</param>
/// <param name="ContextFilled">It answered a prompt of nine tenths of that; null: not tried.</param>
/// <param name="ContextSeen">As the server says; null: it does not say (OpenAI and Azure do not).</param>
public sealed record ModelCheck(
    ModelRole Role, string Provider, string Model, string Address, bool Works, bool Structured, int Milliseconds, int ContextTokens, int? ContextSeen,
    bool? ContextFilled, string? Problem, string? Mend);
