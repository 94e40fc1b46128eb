using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace InterviewAgent.LanguageModels.Recording;

/// <summary>What decides an answer, and therefore the name of its recording. Keys and addresses are no part of it; words are masked already.</summary>
internal sealed record RecordedRequest(
    string Model, IReadOnlyList<RecordedMessage> Messages, string? SchemaName, JsonElement? Schema, float? Temperature, long? Seed, int? MaxAnswerTokens)
{
    internal static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n",
    };

    public static RecordedRequest Of(ModelOptions model, IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var format = options?.ResponseFormat as ChatResponseFormatJson;
        return new(model.Model, [.. messages.Select(message => new RecordedMessage(message.Role.Value, message.Text))],
            format?.SchemaName, format?.Schema, options?.Temperature, options?.Seed, options?.MaxOutputTokens);
    }

    /// <summary>SHA-256 of the request as it is written, hex; the first 24 digits name the file.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Written)))[..24];
}

internal sealed record RecordedMessage(string Role, string Text);

internal sealed record RecordedResponse(string Text, string? Refusal, string? Finish, long TokensIn, long TokensCached, long TokensOut);

internal sealed record Recorded(RecordedRequest Request, RecordedResponse Response);
