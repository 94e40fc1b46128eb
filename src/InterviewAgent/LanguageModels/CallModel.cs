using InterviewAgent.LanguageModels.Answers;
using InterviewAgent.LanguageModels.Budget;
using InterviewAgent.LanguageModels.Connections;
using InterviewAgent.Privacy;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InterviewAgent.LanguageModels;

/// <summary>
/// The one way to ask a model: masks personal data, keeps to limits, budget and deadline, reads the answer, puts names back, and leaves an
/// audit row. Never call it inside a transaction: the row is written in one of its own, and SQLite has one writer.
/// </summary>
public sealed partial class CallModel
{
    /// <summary>In the options of a call: recordings are filed by it. It is not sent.</summary>
    internal const string PromptName = "prompt";

    private readonly ModelConnections connections;
    private readonly DailyBudget budget;
    private readonly Redactor redactor;
    private readonly WriteModelCall audit;
    private readonly TimeProvider clock;
    private readonly LanguageModelsOptions options;
    private readonly MaskLevel level;
    private readonly ILogger<CallModel> logger;
    private readonly HashSet<string> kept;

    internal CallModel(
        ModelConnections connections, DailyBudget budget, Redactor redactor, WriteModelCall audit, TimeProvider clock, IOptions<LanguageModelsOptions> options,
        ILogger<CallModel> logger)
    {
        this.logger = logger;
        (this.connections, this.budget, this.redactor, this.audit, this.clock, this.options) = (connections, budget, redactor, audit, clock, options.Value);
        level = this.options.Masking == "strict" ? MaskLevel.Strict : MaskLevel.Personal;
        kept = this.options.Keep.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>False: the role has no provider, and a prompt need not be rendered at all.</summary>
    public bool IsConfigured(ModelRole role) => options.Of(role).Kind != ModelProvider.None;

    /// <summary>Always an outcome; throws only when <paramref name="cancellation"/> asks for it, and then the row tells it.</summary>
    public async Task<ModelOutcome> Ask(ModelRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var time = new CallTime(request.Within, clock);
        var at = clock.GetUtcNow();
        var (connection, outcome) = connections.For(request.Role);
        if (outcome is NotConfigured)
        {
            return outcome;
        }

        using var span = TellCall.Begin(request, options.Of(request.Role));
        var redaction = redactor.Begin(request.People with { Kept = kept.Union(request.People.Kept, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal) }, level);
        IReadOnlyList<ModelMessage> sent = [];
        try
        {
            if (connection is not null)
            {
                sent = [.. request.Messages.Select(message => message with { Text = message.Role == ChatRole.System ? redaction.MaskOwn(message.Text) : redaction.Mask(message.Text) })];
                outcome = await Send(connection, request, sent, time, cancellation);
            }
            outcome = (outcome! with { CallId = Guid.CreateVersion7(at) }).Measured(time);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            var stopped = new Failed { CallId = Guid.CreateVersion7(at), Why = "The caller stopped waiting." }.Measured(time);
            await audit.Run(request, sent, options.Of(request.Role), at, stopped);
            TellCall.End(span, request, options.Of(request.Role), stopped);
            throw;
        }
        await audit.Run(request, sent, options.Of(request.Role), at, outcome);
        TellCall.End(span, request, options.Of(request.Role), outcome);
        if (outcome is not Answered)
        {
            Log.NotAnswered(logger, request.Role, request.Prompt.Name, outcome.Name, outcome.Usage.Attempts, outcome.Usage.Took.TotalMilliseconds, outcome.CallId);
        }
        return outcome is Answered answered ? redaction.Restore(answered) : outcome;
    }

    private async Task<ModelOutcome> Send(
        ModelConnection connection, ModelRequest request, IReadOnlyList<ModelMessage> sent, CallTime time, CancellationToken cancellation)
    {
        var model = connection.Model;
        var most = request.MaxAnswerTokens ?? model.MaxAnswerTokens;
        var estimated = EstimateTokens.Of(sent, request.Schema);
        if (estimated + most > model.ContextTokens)
        {
            return new TooLong { Why = FormattableString.Invariant($"About {estimated} tokens and an answer of {most} do not fit into {model.ContextTokens}.") };
        }
        if (await budget.SetAside(model, estimated, most, cancellation) is not { } setAside)
        {
            return new OverBudget { Why = "The day's money is spent." };
        }
        long cost = 0;
        try
        {
            var (response, fault) = await connection.Ask(
                [.. sent.Select(message => new ChatMessage(message.Role, message.Text))], Settings(request, most), estimated, time, cancellation);
            if (response is null)
            {
                return fault!;
            }
            var counted = ModelUsage.None with
            {
                TokensIn = Count(response.Usage?.InputTokenCount),
                TokensCached = Count(response.Usage?.CachedInputTokenCount),
                TokensOut = Count(response.Usage?.OutputTokenCount),
            };
            cost = budget.Price(model, counted);
            return ReadAnswer.Of(response, request.Schema) with { Usage = counted with { CostMicros = cost } };
        }
        finally
        {
            budget.Settle(setAside, cost);
        }
    }

    private static ChatOptions Settings(ModelRequest request, int most) => new()
    {
        MaxOutputTokens = most,
        Temperature = request.Temperature,
        Seed = request.Seed,
        AdditionalProperties = new() { [PromptName] = request.Prompt.Name },
        ResponseFormat = request.Schema is { } schema ? ChatResponseFormat.ForJsonSchema(schema.Json, schema.Name) : null,
    };

    private static int Count(long? tokens) => (int)Math.Clamp(tokens ?? 0, 0, int.MaxValue);

    // Why it failed stands on the audit row: servers repeat prompts in their messages.
    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Role}: the model did not answer {Prompt}: {Outcome} after {Attempts} attempts and {Milliseconds:0} ms (call {CallId})")]
        public static partial void NotAnswered(ILogger logger, ModelRole role, string prompt, string outcome, int attempts, double milliseconds, Guid callId);
    }
}

internal static class OutcomeParts
{
    public static ModelOutcome Measured(this ModelOutcome outcome, CallTime time) =>
        outcome with { Usage = outcome.Usage with { Took = time.Took, Attempts = time.Attempts } };

    /// <summary>The names put back; in JSON as JSON writes them.</summary>
    public static ModelOutcome Restore(this Redaction redaction, Answered answered)
    {
        if (answered.Json is null)
        {
            return answered with { Text = redaction.Restore(answered.Text) };
        }
        var text = redaction.RestoreJson(answered.Text);
        using var document = System.Text.Json.JsonDocument.Parse(text);
        return answered with { Text = text, Json = document.RootElement.Clone() };
    }
}
