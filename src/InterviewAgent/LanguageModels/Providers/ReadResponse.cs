using System.Text.Json;
using Microsoft.Extensions.AI;

namespace InterviewAgent.LanguageModels.Providers;

/// <summary>A chat completion's body to a response. What is missing is left out; what is no completion is a fault that may pass.</summary>
internal static class ReadResponse
{
    /// <summary>An <see cref="ErrorContent.ErrorCode"/>: the model declined.</summary>
    public const string Refusal = "refusal";

    public static ChatResponse Of(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (Get(root, "choices") is not { ValueKind: JsonValueKind.Array } choices || choices.GetArrayLength() == 0)
            {
                throw Unreadable(body, "its answer has no choices");
            }
            var message = Get(choices[0], "message");
            List<AIContent> contents = [new TextContent(Text(message) ?? "")];
            if (String(message, "refusal") is { Length: > 0 } refusal)
            {
                contents.Add(new ErrorContent(refusal) { ErrorCode = Refusal });
            }
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, contents))
            {
                FinishReason = String(choices[0], "finish_reason") is { Length: > 0 } reason ? new ChatFinishReason(reason) : null,
                ModelId = String(root, "model"),
                Usage = Usage(Get(root, "usage")),
                RawRepresentation = body,
            };
        }
        catch (JsonException)
        {
            throw Unreadable(body, "its answer is no whole JSON");
        }
        catch (InvalidOperationException)
        {
            throw Unreadable(body, "its answer holds half of a surrogate pair");
        }
    }

    private static ModelFaultException Unreadable(string body, string why) =>
        new(new Failed { Why = $"The server was not understood: {why}.", Raw = body }, passing: true);

    /// <summary>A string, or parts of which the texts count.</summary>
    private static string? Text(JsonElement? message) => message is { } one && Get(one, "content") is { } content ? content.ValueKind switch
    {
        JsonValueKind.String => content.GetString(),
        JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(part => String(part, "text"))),
        _ => null,
    } : null;

    private static UsageDetails? Usage(JsonElement? usage) => usage is not { ValueKind: JsonValueKind.Object } given ? null : new UsageDetails
    {
        InputTokenCount = Number(given, "prompt_tokens"),
        OutputTokenCount = Number(given, "completion_tokens"),
        CachedInputTokenCount = Get(given, "prompt_tokens_details") is { } details ? Number(details, "cached_tokens") : null,
    };

    private static JsonElement? Get(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var found) ? found : null;

    private static string? String(JsonElement? parent, string name) =>
        parent is { } one && Get(one, name) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    private static long? Number(JsonElement parent, string name) =>
        Get(parent, name) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt64(out var number) && number >= 0 ? number : null;
}
