using System.Diagnostics;
using InterviewAgent.Telemetry;

namespace InterviewAgent.LanguageModels;

/// <summary>
/// One call as a span and as figures, named by the semantic conventions for generative AI (opentelemetry.io/docs/specs/semconv/gen-ai).
/// What was asked and answered stands in the audit row and nowhere else.
/// </summary>
internal static class TellCall
{
    public static Activity? Begin(ModelRequest request, ModelOptions model)
    {
        if (Spans.Start($"chat {model.Model}", ActivityKind.Client) is not { } span)
        {
            return null;
        }
        span.SetTag("gen_ai.operation.name", "chat").SetTag("gen_ai.provider.name", Provider(model)).SetTag("gen_ai.request.model", model.Model)
            .SetTag("gen_ai.request.max_tokens", request.MaxAnswerTokens ?? model.MaxAnswerTokens)
            .SetTag("interviewagent.model.role", request.Role.ToString())
            .SetTag("interviewagent.prompt.name", request.Prompt.Name).SetTag("interviewagent.prompt.hash", request.Prompt.Hash);
        return request.Temperature is { } temperature ? span.SetTag("gen_ai.request.temperature", (double)temperature) : span;
    }

    public static void End(Activity? span, ModelRequest request, ModelOptions model, ModelOutcome outcome)
    {
        var usage = outcome.Usage;
        span?.SetTag("gen_ai.usage.input_tokens", usage.TokensIn).SetTag("gen_ai.usage.cache_read.input_tokens", usage.TokensCached)
            .SetTag("gen_ai.usage.output_tokens", usage.TokensOut).SetTag("interviewagent.model.attempts", usage.Attempts)
            .SetTag("interviewagent.model.outcome", outcome.Name).SetTag("interviewagent.model.call", outcome.CallId.ToString());
        if (outcome is not Answered)
        {
            span.Failed(outcome.Name);
        }
        Figures.ModelCalls.Count(1, ("role", request.Role), ("outcome", outcome.Name));
        Figures.ModelCost.Count(usage.CostMicros, ("role", request.Role));
        Figures.ModelTokens.Count(usage.TokensIn, ("role", request.Role), ("gen_ai.token.type", "input"));
        Figures.ModelTokens.Count(usage.TokensOut, ("role", request.Role), ("gen_ai.token.type", "output"));
        (string, object?)[] named =
            [("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", Provider(model)), ("gen_ai.request.model", model.Model)];
        Figures.ModelDuration.Took(usage.Took, outcome is Answered ? named : [.. named, ("error.type", outcome.Name)]);
    }

    private static string Provider(ModelOptions model) => model.Kind switch
    {
        ModelProvider.AzureOpenAI => "azure.ai.openai",
        ModelProvider.OpenAI => "openai",
        _ => model.Provider,
    };
}
