using System.Text.Json;
using InterviewAgent.LanguageModels.Providers;
using Microsoft.Extensions.AI;

namespace InterviewAgent.LanguageModels.Answers;

/// <summary>A response to an outcome: is it whole, is it an answer at all, and is it what the schema asks for? Pure.</summary>
internal static class ReadAnswer
{
    public static ModelOutcome Of(ChatResponse response, AnswerSchema? schema)
    {
        var text = response.Text;
        if (response.FinishReason == ChatFinishReason.ContentFilter)
            return new Filtered { Raw = text, Why = "The provider's content filter stopped the answer." };
        if (response.Messages.SelectMany(message => message.Contents).OfType<ErrorContent>().FirstOrDefault(error => error.ErrorCode == ReadResponse.Refusal) is { } refusal)
            return new Refused { Raw = refusal.Message, Why = "The model declined." };
        if (response.FinishReason == ChatFinishReason.Length)
            return new Truncated { Raw = text, Why = "The answer was cut at its longest length." };
        if (string.IsNullOrWhiteSpace(text))
            return new Invalid { Raw = text, Why = "The answer is empty." };
        return schema is null ? new Answered(text.Trim(), null) { Raw = text } : Structured(text, schema);
    }

    private static ModelOutcome Structured(string text, AnswerSchema schema)
    {
        var inner = Inner(text);
        try
        {
            using var document = JsonDocument.Parse(inner);
            return CheckSchema.FirstFault(document.RootElement, schema.Json) is { } fault
                ? new Invalid { Raw = text, Why = $"The answer breaks its schema. {fault}." }
                : new Answered(inner, document.RootElement.Clone()) { Raw = text };
        }
        catch (JsonException error)
        {
            return new Invalid
            {
                Raw = text, Why = FormattableString.Invariant($"The answer is no whole JSON (line {error.LineNumber + 1}, byte {error.BytePositionInLine})."),
            };
        }
        catch (InvalidOperationException)
        {
            return new Invalid { Raw = text, Why = "A text of the answer holds half of a surrogate pair." };
        }
    }

    /// <summary>Open models think aloud first, or fence their JSON as code.</summary>
    private static string Inner(string text)
    {
        var inner = text.Trim();
        if (inner.StartsWith("<think>", StringComparison.Ordinal) && inner.IndexOf("</think>", StringComparison.Ordinal) is > 0 and var end)
            inner = inner[(end + "</think>".Length)..].Trim();
        if (inner.StartsWith("```", StringComparison.Ordinal) && inner.EndsWith("```", StringComparison.Ordinal) && inner.IndexOf('\n') is > 0 and var line)
            inner = inner[(line + 1)..^3].Trim();
        return inner;
    }
}
