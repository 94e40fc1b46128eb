using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InterviewAgent.Prompts;

/// <summary>
/// Values as they stand in a prompt. A JSON string is closed by a quotation mark only, and every one inside it is escaped; angle
/// brackets are escaped too, so that no text can look like a tag of the prompt. Letters of all languages stay as they are, because
/// quotes have to come back as they were said.
/// </summary>
internal static class PromptData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    internal static string Json(object? value) => value switch
    {
        null or "" => "",
        string text => Line(text),
        IEnumerable rows => string.Join('\n', rows.Cast<object>().Select(Line)),
        _ => Line(value),
    };

    private static string Line(object value) => JsonSerializer.Serialize(value, value.GetType(), Options)
        .Replace("<", "\\u003C", StringComparison.Ordinal).Replace(">", "\\u003E", StringComparison.Ordinal);
}
