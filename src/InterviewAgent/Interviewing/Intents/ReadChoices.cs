using System.Globalization;
using System.Text.RegularExpressions;
using InterviewAgent.Privacy;

namespace InterviewAgent.Interviewing.Intents;

/// <summary>The read-back's typed form: "my account only, 2 totals only", "delete 3", "with my name except 1 and 4 totals".</summary>
internal static partial class ReadChoices
{
    private const int Longest = 200;

    /// <summary>Null: the text names no choice. A choice for single sentences only keeps the default for the rest.</summary>
    internal static ReadBackChoices? From(string text, Asked asked, IntentLexicon lexicon)
    {
        if (text.Length > Longest)
            return null;
        Visibility? forAll = null;
        Dictionary<int, Visibility> bySentence = [];
        List<int> waiting = []; // "1 and 4 totals": the numbers stand before the choice.
        foreach (var part in Separator().Split(text.ToLowerInvariant()).Select(part => Message.From(part).Whole))
        {
            waiting.AddRange(Number().Matches(part).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)));
            var named = lexicon.Visibilities.Where(entry => entry.Value.IsMatch(part)).Select(entry => entry.Key).ToList();
            if (named.Count == 0)
                continue;
            if (waiting.Count == 0)
                forAll ??= named[0];
            waiting.ForEach(number => bySentence[number] = named[0]);
            waiting.Clear();
        }
        // After "What would you change?" words such as "delete" or "account" are a correction unless a sentence is numbered.
        var chosen = bySentence.Count > 0 || forAll is not null && asked == Asked.ReadBack;
        return chosen ? new ReadBackChoices(forAll ?? Visibility.AccountOnly, bySentence) : null;
    }

    [GeneratedRegex(@"[,;:\n.]|\band\b|\bbut\b|\bexcept\b|\bthe rest\b(?=.*\d)", RegexOptions.CultureInvariant)] // At most 200 characters: no time-out, which a busy machine would reach.
    private static partial Regex Separator();

    [GeneratedRegex(@"\b[1-9]\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
