using System.Text.Json;

namespace InterviewAgent.Web.Channels.DirectLine;

/// <summary>What is kept of a client's activity for its echo: its own members, never what the server decides or the words.</summary>
internal static class Envelope
{
    private static readonly string[] Kept =
        ["channelData", "value", "valueType", "locale", "localTimestamp", "localTimezone", "attachmentLayout", "label"];

    public static string Of(JsonElement activity) => JsonSerializer.Serialize(
        Kept.Where(name => activity.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
            .ToDictionary(name => name, activity.GetProperty));

    public static Dictionary<string, JsonElement>? Read(string envelope)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(envelope);
        }
        catch (JsonException)
        {
            return null; // Another channel's envelope: the echo goes without.
        }
    }
}
