using System.Text.Json;
using System.Text.Json.Serialization;
using InterviewAgent.Evals.Scorers;

namespace InterviewAgent.Evals.Suites;

/// <summary>Lines of a set, as their task reads them.</summary>
internal static class ReadItems
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, Converters = { new JsonStringEnumConverter() },
    };

    /// <exception cref="BadInputException">Names file and line.</exception>
    internal static IEnumerable<T> Of<T>(string path)
    {
        if (!File.Exists(path)) throw new BadInputException(path, "the file is not there", "A set has one.");
        var line = 0;
        foreach (var text in File.ReadLines(path))
        {
            line++;
            if (string.IsNullOrWhiteSpace(text)) continue;
            T? item;
            try { item = JsonSerializer.Deserialize<T>(text, Json); }
            catch (JsonException wrong) { throw new BadInputException($"{path} line {line}", wrong.Message, "Mend that line."); }
            yield return item ?? throw new BadInputException($"{path} line {line}", "null is no item", "Remove that line.");
        }
    }

    internal static IEnumerable<LabelledJourney> Journeys(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            List<LabelledJourney> journeys;
            try { journeys = [.. LabelledJourney.Read(path)]; }
            catch (InvalidDataException wrong) { throw new BadInputException("The set", wrong.Message, "Mend that line."); }
            foreach (var journey in journeys) yield return journey;
        }
    }
}
