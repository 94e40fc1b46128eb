using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InterviewAgent.Web.Channels.Connector;

/// <summary>How activities are read and written. Reading is tolerant of case and of what we do not know, and of nothing that means two things.</summary>
internal static class ActivityJson
{
    private const int LongestId = 2048;

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        // Of two "serviceUrl"s, one would be checked and the other used by somebody.
        AllowDuplicateProperties = false,
        MaxDepth = 64,
    };

    /// <summary>False: no activity, and <paramref name="fault"/> says why in words for its sender.</summary>
    public static bool TryRead(byte[] body, [NotNullWhen(true)] out ChannelActivity? activity, [NotNullWhen(false)] out string? fault)
    {
        activity = null;
        try
        {
            var read = JsonSerializer.Deserialize<ChannelActivity>(CleanText.Of(body), Options);
            fault = read is null ? "The body is not a JSON activity." : Fault(read);
            activity = fault is null ? WithoutNulls(read!) : null;
        }
        catch (JsonException)
        {
            fault = "The body is not a JSON activity.";
        }
        return activity is not null;
    }

    public static string Write(ChannelActivity activity) => JsonSerializer.Serialize(activity, Options);

    /// <summary>What <see cref="Write"/> wrote of an activity that was read.</summary>
    public static ChannelActivity Again(string json) => JsonSerializer.Deserialize<ChannelActivity>(json, Options)!;

    private static string? Fault(ChannelActivity activity) =>
        Missing("type", activity.Type) ?? Missing("channelId", activity.ChannelId)
        ?? (activity.Conversation is null ? "The activity has no conversation." : Missing("conversation.id", activity.Conversation.Id))
        ?? TooLong("id", activity.Id) ?? TooLong("serviceUrl", activity.ServiceUrl) ?? TooLong("replyToId", activity.ReplyToId)
        ?? TooLong("from.id", activity.From?.Id) ?? TooLong("from.aadObjectId", activity.From?.AadObjectId)
        ?? TooLong("recipient.id", activity.Recipient?.Id) ?? TooLong("conversation.tenantId", activity.TenantId)
        ?? TooLong("name", activity.Name);

    private static string? Missing(string name, string? value) =>
        string.IsNullOrWhiteSpace(value) ? $"The activity has no {name}." : TooLong(name, value);

    private static string? TooLong(string name, string? value) =>
        value?.Length > LongestId ? $"The activity's {name} is longer than {LongestId} characters." : null;

    /// <summary>Holes in lists say nothing, and no handler should have to step over them.</summary>
    private static ChannelActivity WithoutNulls(ChannelActivity read) => read with
    {
        Attachments = Full(read.Attachments),
        MembersAdded = Full(read.MembersAdded),
        MembersRemoved = Full(read.MembersRemoved),
        ReactionsAdded = Full(read.ReactionsAdded),
        ReactionsRemoved = Full(read.ReactionsRemoved),
        Entities = read.Entities?.Where(entity => entity.ValueKind == JsonValueKind.Object).ToList(),
    };

    private static IReadOnlyList<T>? Full<T>(IReadOnlyList<T>? list) where T : class =>
        list is null || list.All(item => (object?)item is not null) ? list : [.. list.Where(item => (object?)item is not null)];
}
