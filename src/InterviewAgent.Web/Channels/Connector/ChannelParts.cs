using System.Text.Json;
using System.Text.Json.Serialization;

namespace InterviewAgent.Web.Channels.Connector;

/// <summary>A person or a bot. Who somebody is comes from the signed call as a whole; <see cref="Role"/> is never trusted.</summary>
internal sealed record ChannelAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? AadObjectId { get; init; }
    public string? Role { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; init; }
}

internal sealed record ChannelConversation
{
    public string? Id { get; init; }

    /// <summary>Teams: personal, groupChat, channel.</summary>
    public string? ConversationType { get; init; }
    public bool? IsGroup { get; init; }
    public string? TenantId { get; init; }
    public string? Name { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; init; }
}

internal sealed record ChannelAttachment
{
    public string? ContentType { get; init; }
    public JsonElement? Content { get; init; }
    public string? ContentUrl { get; init; }
    public string? Name { get; init; }
    public string? ThumbnailUrl { get; init; }
}

internal sealed record ChannelSuggestions
{
    public IReadOnlyList<string>? To { get; init; }
    public IReadOnlyList<ChannelAction>? Actions { get; init; }
}

internal sealed record ChannelAction
{
    public string? Type { get; init; }
    public string? Title { get; init; }
    public JsonElement? Value { get; init; }
}

internal sealed record ChannelReaction
{
    public string? Type { get; init; }
}
