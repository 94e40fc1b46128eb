using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Analysis.Journeys;

/// <summary>A record that cannot be analysed: where, and how to mend it. Lines count from 1.</summary>
public sealed class BadJourneyException(int line, string message) : Exception($"line {line}: {message}")
{
    public int Line { get; } = line;
}

/// <summary>
/// One account journey as JSON, unknown fields kept. Reads what analysis needs and nothing else: never <c>gold</c>,
/// never <c>findings</c>.
/// </summary>
public sealed class JourneyLine
{
    private readonly int line;

    private JourneyLine(JsonObject record, int line) { Record = record; this.line = line; }

    public JsonObject Record { get; }

    /// <exception cref="BadJourneyException">The line is not a JSON object.</exception>
    public static JourneyLine Parse(string text, int line)
    {
        JsonNode? node;
        try { node = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true, MaxDepth = 64 }); }
        catch (JsonException error) { throw new BadJourneyException(line, $"not JSON ({error.Message.TrimEnd('.')}); write one journey as one JSON object per line"); }
        if (node is not JsonObject record) throw new BadJourneyException(line, "not a JSON object; write one journey as one JSON object per line");
        try { _ = record.Count; }
        catch (ArgumentException) { throw new BadJourneyException(line, "a key stands twice in one object; keep one"); }
        return new JourneyLine(record, line);
    }

    /// <summary>The interviews in their order with the JSON each came from; an account without interviews has none.</summary>
    public IEnumerable<(JsonObject Json, Transcript Transcript)> Interviews()
    {
        if (Record["interviews"] is null) yield break;
        if (Record["interviews"] is not JsonArray interviews) throw Bad("interviews", "must be a list");
        for (var i = 0; i < interviews.Count; i++)
        {
            if (interviews[i] is not JsonObject interview) throw Bad($"interviews[{i}]", "must be an object");
            yield return (interview, Transcript(interview, $"interviews[{i}]"));
        }
    }

    private Transcript Transcript(JsonObject interview, string place)
    {
        var role = Named<Role>((interview["participant"] as JsonObject)?["role"], $"{place}.participant.role", "buyer, sponsor, champion, admin or end-user");
        var checkpoint = Named<Checkpoint>(interview["checkpoint"], $"{place}.checkpoint", "day-14, day-30, day-60, day-90 or month-5");
        if (interview["turns"] is not JsonArray turns) throw Bad($"{place}.turns", "must be a list of turns");
        var read = new List<TranscriptTurn>(turns.Count);
        var numbers = new HashSet<int>();
        for (var t = 0; t < turns.Count; t++)
        {
            var turn = Turn(turns[t], $"{place}.turns[{t}]");
            if (!numbers.Add(turn.N)) throw Bad($"{place}.turns[{t}].n", $"{turn.N} is the number of an earlier turn; number turns 1, 2, 3 …");
            read.Add(turn);
        }
        return new Transcript(Text(interview["id"]) ?? place, role, checkpoint, read);
    }

    private TranscriptTurn Turn(JsonNode? node, string place)
    {
        if (node is not JsonObject turn) throw Bad(place, "must be an object with n, speaker and text");
        if (turn["n"] is not JsonValue number || !number.TryGetValue(out int n)) throw Bad($"{place}.n", "is missing or not a whole number; number turns 1, 2, 3 …");
        var speaker = Named<Speaker>(turn["speaker"], $"{place}.speaker", "interviewer or participant");
        var text = Text(turn["text"]) ?? throw Bad($"{place}.text", "is missing; give the words that were said, \"\" for none");
        return new TranscriptTurn(n, speaker, text);
    }

    private T Named<T>(JsonNode? node, string place, string choices) where T : struct, Enum
    {
        try { if (node is JsonValue && node.Deserialize<T>() is var value && Text(node) is not null) return value; }
        catch (JsonException) { }
        throw Bad(place, $"must be {choices}");
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>The error for a place of this record; <paramref name="mend"/> reads on after the place: "must be a list".</summary>
    public BadJourneyException Bad(string place, string mend) => new(line, $"{place} {mend}");
}
