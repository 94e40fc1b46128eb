using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace InterviewAgent.LanguageModels.Providers;

/// <summary>The body of a chat completion. The same request gives the same bytes, so that prefix caches and recordings find it again.</summary>
internal static class WriteRequest
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static BinaryData Body(ModelOptions model, IEnumerable<ChatMessage> messages, ChatOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("model", model.Model);
            json.WriteStartArray("messages");
            foreach (var message in WithSchema(model, messages, options.ResponseFormat as ChatResponseFormatJson))
            {
                json.WriteStartObject();
                json.WriteString("role", message.Role.Value);
                json.WriteString("content", message.Text);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            // Compatible servers know the older name; OpenAI's newer models refuse it.
            if (options.MaxOutputTokens is { } most)
                json.WriteNumber(model.Kind == ModelProvider.Compatible ? "max_tokens" : "max_completion_tokens", most);
            if (options.Temperature is { } temperature && !model.FixedSampling) json.WriteNumber("temperature", temperature);
            if (options.Seed is { } seed && !model.FixedSampling) json.WriteNumber("seed", seed);
            if (options.ResponseFormat is ChatResponseFormatJson { Schema: { } schema } format) WriteFormat(json, model, schema, format.SchemaName);
            json.WriteEndObject();
        }
        return BinaryData.FromBytes(buffer.WrittenMemory);
    }

    private static void WriteFormat(Utf8JsonWriter json, ModelOptions model, JsonElement schema, string? name)
    {
        if (model.StructuredOutput == ModelProviders.InPrompt)
            return;
        json.WriteStartObject("response_format");
        if (model.StructuredOutput == ModelProviders.JsonObject)
        {
            json.WriteString("type", "json_object");
        }
        else
        {
            json.WriteString("type", "json_schema");
            json.WriteStartObject("json_schema");
            json.WriteString("name", name ?? "answer");
            json.WriteBoolean("strict", true);
            json.WritePropertyName("schema");
            schema.WriteTo(json);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>A server that cannot hold the answer to a schema is told it in words, before what changes.</summary>
    private static IEnumerable<ChatMessage> WithSchema(ModelOptions model, IEnumerable<ChatMessage> messages, ChatResponseFormatJson? format)
    {
        if (model.StructuredOutput == ModelProviders.JsonSchema || format?.Schema is not { } schema)
            return messages;
        var told = new ChatMessage(ChatRole.System, "Answer with one JSON object and nothing else. Its JSON schema: " + schema.GetRawText());
        return [.. messages.TakeWhile(message => message.Role == ChatRole.System), told, .. messages.SkipWhile(message => message.Role == ChatRole.System)];
    }
}
