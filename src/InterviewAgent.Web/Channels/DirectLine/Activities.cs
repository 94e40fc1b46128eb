using System.Text;
using System.Text.Json;
using InterviewAgent.Interviewing;
using InterviewAgent.Web.Channels.Cards;
using InterviewAgent.Web.Channels.Connector;

namespace InterviewAgent.Web.Channels.DirectLine;

/// <summary>Reading the activities of a conversation, and posting one: stored, echoed, answered, then acknowledged.</summary>
internal static class Activities
{
    private const int MostBytes = 256 * 1024;
    private const int LongestClientId = 200;

    public static async Task<IResult> Get(HttpContext http, string? watermark, CancellationToken cancellation)
    {
        var visitor = http.Visitor();
        var seen = await http.Talk().Seen(visitor, cancellation);
        return Watermark.Read(watermark, absent: 0) is { } from
            ? DirectLineJson.Ok(ActivityLog.After(seen, visitor, from))
            : Watermark.Bad();
    }

    public static async Task<IResult> Post(HttpContext http, CancellationToken cancellation)
    {
        var visitor = http.Visitor();
        if (await Body(http.Request, cancellation) is not { } body)
        {
            return DirectLineJson.Error(413, "MessageSizeTooBig", "An activity has at most 256 KB.");
        }

        if (Parsed(body) is not { } activity)
        {
            return DirectLineJson.Error(400, "BadSyntax", "The body is not a JSON activity.");
        }

        if (Text(activity, "type") is not { Length: > 0 } type)
        {
            return DirectLineJson.Error(400, "MissingProperty", "The activity has no type.");
        }

        if (type != "message")
        {
            // Typing, events and the like are no answers; they are taken and forgotten.
            return DirectLineJson.Ok(new ResourceId($"{visitor.CheckInId:N}|{Guid.CreateVersion7():N}"));
        }

        return await http.Talk().Take(visitor, Message(activity, visitor)) switch
        {
            null => DirectLineJson.Error(404, "BadConversation", "The conversation has not begun."),
            0 => DirectLineJson.Ok(new ResourceId($"{visitor.CheckInId:N}|{Guid.CreateVersion7():N}")),
            { } turn => DirectLineJson.Ok(new ResourceId(ActivityLog.Id(visitor.CheckInId, turn))),
        };
    }

    /// <summary>Not 403, which ends Web Chat: this way it says "Send failed" under the file, and the interview goes on.</summary>
    public static IResult Upload() => DirectLineJson.Error(405, "NotSupported", "Files are not taken in an interview. Please say it in words.");

    private static IncomingMessage Message(JsonElement activity, Visitor visitor)
    {
        var clientId = activity.TryGetProperty("channelData", out var data) && data.ValueKind == JsonValueKind.Object
            ? Text(data, "clientActivityID") : null;
        var choices = activity.TryGetProperty("value", out var value) ? ReadBackCard.Read(value) : null;
        return new(
            visitor.MessageId(clientId is { Length: > 0 and <= LongestClientId } ? clientId : Guid.CreateVersion7().ToString("N")),
            choices is null ? Text(activity, "text") ?? "" : ReadBackCard.InWords(choices),
            Envelope.Of(activity),
            choices);
    }

    /// <summary>Null: longer than allowed, whatever its headers say.</summary>
    public static async Task<byte[]?> Body(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > MostBytes)
        {
            return null;
        }

        // One byte more than allowed, so that a body without a length is measured too.
        using MemoryStream body = new();
        var buffer = new byte[16 * 1024];
        int read;
        while (body.Length <= MostBytes && (read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            body.Write(buffer, 0, read);
        }

        return body.Length <= MostBytes ? body.ToArray() : null;
    }

    public static JsonElement? Parsed(byte[] body)
    {
        try
        {
            // Mended first: half an emoji, or bytes that are no UTF-8, cost that letter and not the answer.
            var text = Encoding.UTF8.GetString(CleanText.Of(body));
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32 });
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
