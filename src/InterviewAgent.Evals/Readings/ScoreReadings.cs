using System.Text.Json;
using InterviewAgent.Evals.Scorers;

namespace InterviewAgent.Evals.Readings;

/// <summary>
/// Readings against a reader's: of those labelled the share read at all, how many are read where the reader saw no evidence, and over those that
/// both have the weighted kappa (quadratic weights; Cohen, Psychological Bulletin 70 (1968) 213-220), Spearman's rank correlation and the share equal.
/// </summary>
public static class ScoreReadings
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <exception cref="InvalidDataException">Names the file and the line that is no labelled interview, or one of an id that stood before.</exception>
    public static IReadOnlyDictionary<string, LabelledReadings> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Dictionary<string, LabelledReadings> read = new(StringComparer.Ordinal);
        foreach (var (at, line) in File.ReadLines(path).Index())
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            LabelledReadings? labelled;
            try { labelled = JsonSerializer.Deserialize<LabelledReadings>(line, Options); }
            catch (JsonException error) { throw new InvalidDataException($"{path} line {at + 1}: {error.Message}", error); }
            if (labelled is not { Id: not null, Readings: not null } || !read.TryAdd(labelled.Id, labelled))
                throw new InvalidDataException($"{path} line {at + 1}: it needs readings, and an id of its own.");
        }
        return read;
    }

    public static IReadOnlyList<ReadingScore> Of(IReadOnlyDictionary<string, LabelledReadings> labelled, IEnumerable<LabelledJourney> found)
    {
        ArgumentNullException.ThrowIfNull(labelled);
        ArgumentNullException.ThrowIfNull(found);
        var read = found.SelectMany(journey => journey.Interviews ?? []).Where(interview => labelled.ContainsKey(interview.Id))
            .Select(interview => (Gold: labelled[interview.Id].Readings, Found: (interview.Labels?.Readings ?? []).ToDictionary(reading => reading.Dimension, reading => reading.Value))).ToList();
        return [.. labelled.Values.SelectMany(one => one.Readings.Keys).Distinct().Order(StringComparer.Ordinal).Select(dimension => Of(dimension, read))];
    }

    private static ReadingScore Of(string dimension, List<(IReadOnlyDictionary<string, int> Gold, Dictionary<string, double> Found)> read)
    {
        var both = read.Where(one => one.Gold.ContainsKey(dimension) && one.Found.ContainsKey(dimension))
            .Select(one => (X: (double)one.Gold[dimension], Y: Math.Round(one.Found[dimension]))).ToList();
        return new ReadingScore(dimension, read.Count(one => one.Gold.ContainsKey(dimension)), both.Count,
            read.Count(one => !one.Gold.ContainsKey(dimension) && one.Found.ContainsKey(dimension)), WeightedKappa(both), Correlation.Pearson(Ranked(both)),
            both.Count == 0 ? null : both.Count(pair => pair.X == pair.Y) / (double)both.Count);
    }

    private static double? WeightedKappa(List<(double X, double Y)> pairs)
    {
        if (pairs.Count == 0) return null;
        var observed = pairs.Average(pair => (pair.X - pair.Y) * (pair.X - pair.Y));
        var chance = pairs.Average(one => pairs.Average(other => (one.X - other.Y) * (one.X - other.Y)));
        return chance == 0 ? null : 1 - observed / chance;
    }

    private static List<(double, double)> Ranked(List<(double X, double Y)> pairs) =>
        pairs.ConvertAll(pair => (Rank(pair.X, pairs.Select(other => other.X)), Rank(pair.Y, pairs.Select(other => other.Y))));

    private static double Rank(double value, IEnumerable<double> all) => all.Sum(other => other < value ? 1 : other == value ? 0.5 : 0);
}

/// <param name="Readings">From 0 to 4; toldVendor and leaving 0 or 1. What is missing is "no evidence".</param>
public sealed record LabelledReadings(string Id, string Account, IReadOnlyDictionary<string, int> Readings);

/// <param name="Both">Labelled and read.</param>
/// <param name="Extra">Read where the reader saw no evidence.</param>
public sealed record ReadingScore(string Dimension, int Labelled, int Both, int Extra, double? WeightedKappa, double? Spearman, double? Equal);
