using System.Text.Json;
using System.Text.RegularExpressions;

namespace InterviewAgent.Insights.Digests;

/// <summary>Of a model's sentences those that may stand in a digest. Pure.</summary>
internal static partial class CitedSentences
{
    private const int LongestSentence = 300, MostSentences = 4;
    private static readonly string[] Words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <param name="answer">{"sentences": [{"text": …, "facts": [ids]}]}; null: none.</param>
    /// <param name="facts">What was given, by id.</param>
    public static IReadOnlyList<string> Of(JsonElement? answer, IReadOnlyDictionary<string, string> facts)
    {
        if (answer is not { ValueKind: JsonValueKind.Object } json || !json.TryGetProperty("sentences", out var sentences) || sentences.ValueKind != JsonValueKind.Array)
        {
            return [];
        }
        return [.. sentences.EnumerateArray().Select(sentence => (
                Text: (sentence.GetProperty("text").GetString() ?? "").Trim(), Facts: sentence.GetProperty("facts").EnumerateArray().Select(id => id.GetString() ?? "").ToList()))
            .Where(sentence => Holds(sentence.Text, sentence.Facts, facts)).Select(sentence => sentence.Text).Take(MostSentences)];
    }

    /// <summary>It names facts, all of them ours; every number in it stands in one of them; it quotes nobody and links nowhere.</summary>
    private static bool Holds(string text, List<string> cited, IReadOnlyDictionary<string, string> facts) =>
        text.Length is > 0 and <= LongestSentence && cited.Count > 0 && cited.TrueForAll(facts.ContainsKey)
        && !Marks().IsMatch(text)
        && Numbers(text).All(cited.SelectMany(id => Numbers(facts[id])).ToHashSet(StringComparer.Ordinal).Contains);

    private static IEnumerable<string> Numbers(string text) => NumberWords().Matches(text).Select(match =>
        Array.FindIndex(Words, word => word.Equals(match.Value, StringComparison.OrdinalIgnoreCase)) is var n and >= 0
            ? n.ToString(System.Globalization.CultureInfo.InvariantCulture) : match.Value.Replace(",", "", StringComparison.Ordinal));

    // A date is one number: the 3 of "3 Nov 2026" is no three people.
    [GeneratedRegex(@"\p{Nd}{1,2} \p{L}{3} \p{Nd}{4}|\p{Nd}+(?:[.,]\p{Nd}+)*|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex NumberWords();

    /// <summary>Quotation marks, mark-up, addresses, line breaks.</summary>
    [GeneratedRegex("[\"\u201C\u201D\u201E\u00AB\u00BB<>\\[\\]`@\\p{Cc}]|://", RegexOptions.NonBacktracking)]
    private static partial Regex Marks();
}
