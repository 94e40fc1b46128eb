using System.Text.Json;
using InterviewAgent.Analysis.Learning;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Evals.Scorers;

namespace InterviewAgent.Evals.Coding;

/// <summary>Labelled material in the shapes that training takes: journeys (record format) and answers (items.jsonl of a set).</summary>
public static class TrainingData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static List<LabelledTranscript> Journeys(IEnumerable<LabelledJourney> journeys)
    {
        ArgumentNullException.ThrowIfNull(journeys);
        return [.. from journey in journeys
            from interview in journey.Interviews ?? []
            where interview.Gold is not null
            select new LabelledTranscript(journey.Id, interview.Transcript(), [.. Labels(interview.Gold!)],
                (interview.Gold!.Sentiment?.Turns ?? []).ToDictionary(turn => turn.Turn, turn => turn.Value), interview.Gold!.Sentiment?.Overall)];
    }

    /// <exception cref="InvalidDataException">Names file and line.</exception>
    public static List<LabelledAnswer> Answers(string path)
    {
        return Lines<LabelledAnswer>(path);
    }

    /// <summary>
    /// Texts with a mean rating of -4 to 4, as in VADER's ratings; halved to the five levels. Only the part that
    /// <c>evals sentiment</c> does not measure on: the part is drawn by a hash of the id.
    /// </summary>
    /// <exception cref="InvalidDataException">Names file and line.</exception>
    public static List<RatedText> Ratings(string path) =>
        [.. Lines<Rating>(path).Where(rating => HashFiles.PartOf(rating.Id) == "dev").Select(rating => new RatedText(rating.Text, rating.Value))];

    /// <summary>A mean rating, or opinions counted by their direction, as in app_review_opinions.</summary>
    private sealed record Rating(string Id, string Text, double? Mean, IReadOnlyList<string>? Positive, IReadOnlyList<string>? Negative)
    {
        public double Value => Mean is { } mean ? mean / 2 : Math.Sign((Positive?.Count ?? 0) - (Negative?.Count ?? 0));
    }

    private static List<T> Lines<T>(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var answers = new List<T>();
        var line = 0;
        foreach (var text in File.ReadLines(path))
        {
            line++;
            if (string.IsNullOrWhiteSpace(text)) continue;
            try { answers.Add(JsonSerializer.Deserialize<T>(text, Options)!); }
            catch (JsonException error) { throw new InvalidDataException($"{path} line {line}: {error.Message}", error); }
        }
        return answers;
    }

    private static IEnumerable<TranscriptLabel> Labels(InterviewLabels labels) =>
        from label in labels.All()
        from quote in label.Label.Quotes ?? []
        select new TranscriptLabel(label.Label.Code, quote.Turn, quote.Text, label.Label.Severity, label.Label.Status);
}
