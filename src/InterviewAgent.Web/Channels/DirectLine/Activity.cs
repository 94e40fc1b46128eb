using System.Text.Json;
using System.Text.Json.Serialization;

namespace InterviewAgent.Web.Channels.DirectLine;

/// <summary>An activity as Direct Line 3.0 carries it. A member that is null is left out: some nulls end Web Chat.</summary>
internal sealed record Activity
{
    public required string Type { get; init; }
    public required string Id { get; init; }
    public required DateTimeOffset Timestamp { get; init; }
    public string ChannelId { get; } = "directline";
    public required ConversationAccount Conversation { get; init; }
    public required ChannelAccount From { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Locale { get; init; }
    public string? InputHint { get; init; }
    public string? ReplyToId { get; init; }
    public SuggestedActions? SuggestedActions { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>The client's own members, as they came: channelData, value, local time.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; init; }
}

internal sealed record ConversationAccount(string Id);

internal sealed record ChannelAccount(string Id, string? Name, string Role);

internal sealed record SuggestedActions(IReadOnlyList<CardAction> Actions);

internal sealed record CardAction(string Type, string Title, string Value);

internal sealed record Attachment(string ContentType, object Content);

internal sealed record ActivitySet(IReadOnlyList<Activity> Activities, string Watermark);

internal sealed record StartedConversation(
    string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string? StreamUrl);

internal sealed record ResourceId(string Id);

internal sealed record ErrorBody(Error Error);

internal sealed record Error(string Code, string Message);
