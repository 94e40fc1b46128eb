using System.Text.Json;
using InterviewAgent.Evals.Runs;

namespace InterviewAgent.Evals.Texts;

/// <summary>
/// Three public sets outside the project, read where they lie: checklist_sentiment (behavioural cases by family), vader_ratings
/// (product-review sentences with their mean rating) and mams_acsa (sentences with categories of different polarity).
/// </summary>
public sealed record ReadTexts(IReadOnlyList<CheckedText> Checklist, IReadOnlyList<RatedReview> Reviews, IReadOnlyList<MixedText> Mixed)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <param name="folder">The folder that holds the three sets' folders.</param>
    /// <exception cref="InvalidDataException">A set is missing or a line of it cannot be read.</exception>
    public static ReadTexts From(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new ReadTexts(
            Lines<CheckedText>(Path.Combine(folder, "checklist_sentiment")),
            // Ratings of the other part may be trained on: see TrainingData.Ratings.
            [.. Lines<RatedReview>(Path.Combine(folder, "vader_ratings")).Where(review => HashFiles.PartOf(review.Id) == "test")],
            Lines<MixedText>(Path.Combine(folder, "mams_acsa")));
    }

    private static List<T> Lines<T>(string folder)
    {
        if (!Directory.Exists(folder)) throw new InvalidDataException($"{folder} is not there");
        var texts = new List<T>();
        foreach (var path in Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            var line = 0;
            foreach (var text in File.ReadLines(path))
            {
                line++;
                if (string.IsNullOrWhiteSpace(text)) continue;
                try { texts.Add(JsonSerializer.Deserialize<T>(text, Options)!); }
                catch (JsonException error) { throw new InvalidDataException($"{path} line {line}: {error.Message}", error); }
            }
        }
        return texts;
    }
}

/// <param name="Allowed">The polarities that are right: positive, neutral, negative.</param>
public sealed record CheckedText(string Id, string Family, string Text, IReadOnlyList<string> Allowed);

/// <param name="Mean">-4 to 4, over at least twenty raters.</param>
public sealed record RatedReview(string Id, string Text, double Mean);

public sealed record MixedText(string Id, string Text, IReadOnlyList<MixedCategory> Categories)
{
    public bool IsMixed => Categories.Any(category => category.Polarity == "positive") && Categories.Any(category => category.Polarity == "negative");
}

public sealed record MixedCategory(string Category, string Polarity);
