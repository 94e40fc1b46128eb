using System.Text.Json;
using System.Text.Json.Nodes;

namespace InterviewAgent.Analysis.Journeys;

/// <summary>Journeys in, the same records out with <c>findings</c> in place of <c>gold</c>; one line in memory at a time.</summary>
public sealed class AnalyseJourneys(BuiltInCoder coder, ReadJourneyAccount account)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Counts of what was read. A bad line is told to <paramref name="bad"/> and left out; the others go on.</summary>
    public async Task<AnalysedCounts> Run(TextReader journeys, TextWriter found, Action<string> bad, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(journeys);
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(bad);
        var counts = new AnalysedCounts(0, 0, 0);
        for (var line = 1; await journeys.ReadLineAsync(cancellation) is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            try
            {
                var (json, interviews) = Analyse(JourneyLine.Parse(text, line));
                await found.WriteLineAsync(json.ToJsonString(Plain).AsMemory(), cancellation);
                counts = counts with { Journeys = counts.Journeys + 1, Interviews = counts.Interviews + interviews };
            }
            catch (BadJourneyException error)
            {
                bad(error.Message);
                counts = counts with { BadLines = counts.BadLines + 1 };
            }
        }
        return counts;
    }

    private (JsonObject Json, int Interviews) Analyse(JourneyLine journey)
    {
        journey.Record.Remove("gold");
        var coded = new List<CodedJourneyInterview>();
        foreach (var (json, transcript) in journey.Interviews())
        {
            var interview = coder.Code(transcript);
            json.Remove("gold");
            json["findings"] = WriteFindings.Json(interview, transcript);
            coded.Add(new CodedJourneyInterview(json, transcript, interview));
        }
        journey.Record["findings"] = account(journey, coded);
        return (journey.Record, coded.Count);
    }
}

/// <summary>Reads a journey's account from its record and its coded interviews: Insights answers, Analysis does not know it.</summary>
public delegate JsonObject ReadJourneyAccount(JourneyLine journey, IReadOnlyList<CodedJourneyInterview> interviews);

/// <summary>One interview of a record with what was found in it.</summary>
public sealed record CodedJourneyInterview(JsonObject Json, Transcript Transcript, CodedInterview Coded);

public sealed record AnalysedCounts(int Journeys, int Interviews, int BadLines);
