using System.Text.Json;
using System.Text.Json.Serialization;

namespace InterviewAgent.Web.Channels.Connector;

/// <summary>
/// An activity as the Bot Connector carries it, in both directions. What arrives was checked by <see cref="ActivityJson"/> and has a type,
/// a channel and a conversation with an id; everything else may be absent. What is sent leaves out what is null.
/// </summary>
internal sealed record ChannelActivity
{
    public string? Type { get; init; }
    public string? Id { get; init; }

    /// <summary>ISO 8601, as the channel wrote it; so is <see cref="LocalTimestamp"/>.</summary>
    public string? Timestamp { get; init; }
    public string? LocalTimestamp { get; init; }
    public string? LocalTimezone { get; init; }

    /// <summary>Where answers go. Inbound: equal to what the channel signed, and on an allowed host.</summary>
    public string? ServiceUrl { get; init; }
    public string? ChannelId { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ChannelConversation? Conversation { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Locale { get; init; }
    public string? Speak { get; init; }
    public string? Summary { get; init; }
    public IReadOnlyList<ChannelAttachment>? Attachments { get; init; }
    public string? AttachmentLayout { get; init; }

    /// <summary>Mentions, stream marks and the like, each with a "type".</summary>
    public IReadOnlyList<JsonElement>? Entities { get; init; }
    public ChannelSuggestions? SuggestedActions { get; init; }
    public string? InputHint { get; init; }
    public JsonElement? ChannelData { get; init; }
    public string? ReplyToId { get; init; }

    /// <summary>What a card or an invoke carries; <see cref="Name"/> says of which kind.</summary>
    public JsonElement? Value { get; init; }
    public string? ValueType { get; init; }
    public string? Name { get; init; }

    /// <summary>Of an installationUpdate: add, remove, add-upgrade, remove-upgrade.</summary>
    public string? Action { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }
    public IReadOnlyList<ChannelReaction>? ReactionsAdded { get; init; }
    public IReadOnlyList<ChannelReaction>? ReactionsRemoved { get; init; }
    public string? DeliveryMode { get; init; }

    /// <summary>Members this record does not know, as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; init; }

    /// <summary>When it came to us, which may be long before it is handled; null: it is handled at once.</summary>
    [JsonIgnore]
    public DateTimeOffset? CameAt { get; init; }

    /// <summary>The caller wants an answer in this very response; nothing may be acknowledged before it is known.</summary>
    [JsonIgnore]
    public bool WantsAnswer => IsInvoke || ExpectsReplies;

    [JsonIgnore]
    public bool IsInvoke => Type == "invoke";

    /// <summary>The replies go into the response (<see cref="InvokeAnswer.Replies"/>) and not to the service URL.</summary>
    [JsonIgnore]
    public bool ExpectsReplies => DeliveryMode == "expectReplies";

    /// <summary>The customer's tenant, from the conversation or from Teams' own data; null where a channel has none.</summary>
    [JsonIgnore]
    public string? TenantId => Conversation?.TenantId ?? DataTenantId;

    [JsonIgnore]
    internal string? DataTenantId =>
        ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("tenant", out var tenant) && tenant.ValueKind == JsonValueKind.Object
        && tenant.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString() : null;
}
