using System.Text.Json;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Cli.Commands.Interviews;

/// <summary>Both ends of the conversation: text for a person; for a program one JSON object a line out, one answer a line in.</summary>
internal sealed class Terminal(TextReader input, TextWriter output, bool json)
{
    public void Show(Reply reply)
    {
        if (json)
        {
            Json.Write(output, new
            {
                Turn = reply.TurnN,
                Move = JsonNamingPolicy.KebabCaseLower.ConvertName(reply.Move.ToString()),
                reply.Text,
                reply.Offer.Actions,
                reply.Offer.MinutesLeft,
                ReadBack = reply.Offer.ReadBack.Select(sentence => new { sentence.Number, sentence.Text }),
                reply.Offer.Ended,
            });
            output.Flush(); // A program waits for the line.
            return;
        }
        output.WriteLine();
        output.WriteLine(reply.Text);
        if (reply.Offer.Actions.Count > 0)
            output.WriteLine($"[ {string.Join(" · ", reply.Offer.Actions)} ]   about {reply.Offer.MinutesLeft} min left");
        if (!reply.Offer.Ended)
            output.Write("> ");
    }

    /// <summary>The next answer; null at the end of the input.</summary>
    public async Task<string?> Hear(CancellationToken cancellation)
    {
        var line = await input.ReadLineAsync(cancellation);
        return line is null || !json ? line : Text(line);
    }

    /// <summary>A JSON string, an object with "text", or the line as it is: an answer that only looks like JSON is an answer.</summary>
    private static string Text(string line)
    {
        if (line.TrimStart() is not ['"' or '{', ..])
            return line;
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement switch
            {
                { ValueKind: JsonValueKind.String } text => text.GetString()!,
                { ValueKind: JsonValueKind.Object } record when record.TryGetProperty("text", out var text)
                    && text.ValueKind == JsonValueKind.String => text.GetString()!,
                _ => line,
            };
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return line;
        }
    }
}
