using System.Text.Json;
using System.Text.Json.Nodes;

namespace InterviewAgent.Analysis.Journeys;

/// <summary>A coded interview as the record's <c>findings</c>, in the shape of <c>gold</c>: quotes are cut from the transcript.</summary>
public static class WriteFindings
{
    public static JsonObject Json(CodedInterview coded, Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(coded);
        ArgumentNullException.ThrowIfNull(transcript);
        var texts = transcript.Turns.ToDictionary(turn => turn.N, turn => turn.Text);
        return new JsonObject
        {
            ["frictions"] = Findings(coded, FindingKind.Friction, texts),
            ["drift"] = Findings(coded, FindingKind.Drift, texts),
            ["evidence"] = Findings(coded, FindingKind.Evidence, texts),
            ["commitments"] = Findings(coded, FindingKind.Commitment, texts),
            ["sentiment"] = new JsonObject
            {
                ["overall"] = coded.Sentiment,
                ["turns"] = new JsonArray([.. coded.TurnSentiment.Select(turn => new JsonObject { ["turn"] = turn.TurnN, ["value"] = turn.Value })]),
            },
            ["readings"] = new JsonArray([.. coded.Readings.Select(reading => Reading(reading, texts))]),
        };
    }

    private static JsonArray Findings(CodedInterview coded, FindingKind kind, Dictionary<int, string> texts) =>
        new([.. coded.Findings.Where(finding => finding.Kind == kind).Select(finding => Finding(finding, texts))]);

    private static JsonObject Finding(CodedFinding finding, Dictionary<int, string> texts)
    {
        var json = new JsonObject { ["code"] = finding.Code };
        if (finding.Severity is { } severity) json["severity"] = severity;
        if (finding.Status is { } status) json["status"] = JsonSerializer.SerializeToNode(status);
        json["quotes"] = new JsonArray([.. finding.Quotes.Select(quote => Quote(quote, texts))]);
        json["because"] = finding.Because;
        return json;
    }

    private static JsonObject Quote(QuoteSpan quote, Dictionary<int, string> texts) =>
        new() { ["turn"] = quote.TurnN, ["text"] = texts[quote.TurnN].Substring(quote.Start, quote.Length) };

    private static JsonObject Reading(CodedReading reading, Dictionary<int, string> texts)
    {
        var json = new JsonObject { ["dimension"] = JsonNamingPolicy.CamelCase.ConvertName(reading.Dimension.ToString()), ["value"] = Math.Round(reading.Value, 2) };
        if (reading.Quote is { } quote) json["quotes"] = new JsonArray(Quote(quote, texts));
        return json;
    }
}
