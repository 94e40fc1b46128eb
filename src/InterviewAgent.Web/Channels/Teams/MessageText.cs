using System.Text.Json;
using InterviewAgent.Web.Channels.Connector;

namespace InterviewAgent.Web.Channels.Teams;

/// <summary>The words of a message as the person meant them: without the mention of ourselves and the blanks that Teams puts around it.</summary>
internal static class MessageText
{
    private const int MostMentions = 20;
    private static readonly char[] LineBreaks = ['\r', '\n'];

    public static string Of(ChannelActivity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in Mentions(activity).Take(MostMentions))
        {
            text = text.Replace(mention, "", StringComparison.Ordinal);
        }

        text = text.Replace("&nbsp;", " ", StringComparison.Ordinal).Replace('\u00a0', ' ');
        return string.Join('\n', text.Split(LineBreaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <summary>The HTML twin of a formatted message is no file; cards come back as values.</summary>
    public static bool HasFiles(ChannelActivity activity) =>
        activity.Attachments?.Any(attachment => attachment.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) != true) == true;

    /// <summary>As the entity writes them, since a name may hold anything.</summary>
    private static IEnumerable<string> Mentions(ChannelActivity activity) =>
        from entity in activity.Entities ?? []
        where Text(entity, "type") == "mention"
            && entity.TryGetProperty("mentioned", out var who) && who.ValueKind == JsonValueKind.Object
            && Text(who, "id") is { } id && id == activity.Recipient?.Id
        let text = Text(entity, "text")
        where text?.Length > 0
        select text;

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
