using System.Text.Json;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Evals.Transcripts;

/// <summary>One line of a file of transcripts: an interview, a question that stands alone, or what is wrong with the line.</summary>
/// <param name="Line">1 for the first line of the file.</param>
public sealed record TranscriptLine(int Line, string? Id, IReadOnlyList<SpokenTurn>? Turns, string? Question, string? Wrong)
{
    /// <summary>Reads <c>{"id", "turns": [{"speaker", "text"}]}</c>; fields it does not know are passed over.</summary>
    internal static TranscriptLine Parse(int line, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return Bad(line, "is not an object; write {\"id\": …, \"turns\": [{\"speaker\": \"interviewer\", \"text\": …}]}");
            }
            if (!root.TryGetProperty("turns", out var turns) || turns.ValueKind != JsonValueKind.Array)
            {
                return Bad(line, "has no \"turns\" array; give it one, or put plain questions in a file of their own, one a line");
            }
            var id = root.TryGetProperty("id", out var named) ? named.ToString() : null;
            var spoken = new List<SpokenTurn>(turns.GetArrayLength());
            foreach (var turn in turns.EnumerateArray())
            {
                if (Spoken(turn) is not { } said)
                {
                    return Bad(line, $"turn {spoken.Count + 1} needs \"speaker\" (\"interviewer\" or \"participant\") and \"text\"");
                }
                spoken.Add(said);
            }
            return new(line, id ?? $"line-{line}", spoken, null, null);
        }
        catch (JsonException wrong)
        {
            return Bad(line, $"is not JSON at byte {wrong.BytePositionInLine}; each line is one whole object");
        }
    }

    internal static TranscriptLine Bad(int line, string wrong) => new(line, null, null, null, wrong);

    private static SpokenTurn? Spoken(JsonElement turn)
    {
        if (turn.ValueKind != JsonValueKind.Object
            || !turn.TryGetProperty("speaker", out var speaker) || speaker.ValueKind != JsonValueKind.String
            || !turn.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
        {
            return null;
        }
        return speaker.GetString()!.Trim().ToLowerInvariant() switch
        {
            "interviewer" => new(Speaker.Interviewer, text.GetString()!),
            "participant" => new(Speaker.Participant, text.GetString()!),
            _ => null,
        };
    }
}

/// <summary>Who said what, outside the product's own store.</summary>
public sealed record SpokenTurn(Speaker Speaker, string Text);
