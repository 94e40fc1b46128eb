using System.Text.Json;

namespace InterviewAgent.Evals.Themes;

/// <summary>A verbatim quote and the code that people gave it.</summary>
public sealed record LabelledQuote(string Text, string Code)
{
    private static readonly string[] Lists = ["frictions", "drift", "evidence"];

    /// <summary>The gold quotes of journey files, and the items of the codes set that carry one code. Commitments are left out: they are no themes.</summary>
    public static IReadOnlyList<LabelledQuote> Read(string setsFolder) =>
        [.. Lines(Path.Combine(setsFolder, "journeys")).SelectMany(OfJourney), .. Lines(Path.Combine(setsFolder, "codes")).SelectMany(OfItem)];

    private static IEnumerable<JsonElement> Lines(string folder) => Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal)
        .SelectMany(File.ReadLines).Where(line => line.Length > 1).Select(line => JsonDocument.Parse(line).RootElement);

    private static IEnumerable<LabelledQuote> OfJourney(JsonElement journey) =>
        from interview in journey.GetProperty("interviews").EnumerateArray()
        where interview.TryGetProperty("gold", out _)
        from list in Lists
        where interview.GetProperty("gold").TryGetProperty(list, out _)
        from finding in interview.GetProperty("gold").GetProperty(list).EnumerateArray()
        from quote in finding.GetProperty("quotes").EnumerateArray()
        select new LabelledQuote(quote.GetProperty("text").GetString() ?? "", finding.GetProperty("code").GetString() ?? "");

    private static IEnumerable<LabelledQuote> OfItem(JsonElement item) => item.GetProperty("codes").EnumerateArray().Select(code => code.GetString() ?? "").ToList() is [var only]
        && !only.StartsWith("commitment.", StringComparison.Ordinal) ? [new LabelledQuote(item.GetProperty("text").GetString() ?? "", only)] : [];
}
