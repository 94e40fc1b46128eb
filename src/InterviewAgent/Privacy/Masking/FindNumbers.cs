using System.Text.RegularExpressions;

namespace InterviewAgent.Privacy.Masking;

/// <summary>
/// Numbers that stand for a person or their money: cards (Luhn), IBANs (mod 97), telephone numbers, and any run of seven digits or more
/// that is no date and no amount.
/// </summary>
internal static partial class FindNumbers
{
    private const int FewestDigits = 7;

    public static IEnumerable<MaskedSpan> In(string text, IReadOnlyList<Word> words, MaskLexicon lexicon)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            yield break;
        }
        foreach (Match iban in Iban().Matches(text))
        {
            if (Checks.IsIban(iban.Value) || Before(text, iban.Index).EndsWith("iban", StringComparison.OrdinalIgnoreCase))
                yield return new MaskedSpan(iban.Index, iban.Length, MaskKind.Iban);
        }
        foreach (Match run in Run().Matches(text))
        {
            if (Kind(text, run, words, lexicon) is { } kind) yield return new MaskedSpan(run.Index, run.Length, kind);
        }
        foreach (Match mixed in Mixed().Matches(text))
        {
            var digits = mixed.Value.Count(char.IsDigit);
            if (digits >= 5 || digits >= 3 && Asks(text, mixed.Index, words, lexicon)) yield return new MaskedSpan(mixed.Index, mixed.Length, MaskKind.Number);
        }
    }

    private static string? Kind(string text, Match run, IReadOnlyList<Word> words, MaskLexicon lexicon)
    {
        var value = run.Value.TrimEnd();
        var digits = value.Count(char.IsDigit);
        if (digits is >= 12 and <= 19 && Checks.IsCard(value)) return MaskKind.Card;
        var asked = Asks(text, run.Index, words, lexicon);
        if (digits < (asked ? 4 : FewestDigits) || IsDate(value) || !asked && IsAmount(text, run)) return null;
        return value[0] is '+' or '(' or '0' || value.Any(c => c is ' ' or '-' or '.') ? MaskKind.Phone : MaskKind.Number;
    }

    private static bool IsDate(string value) => Date().IsMatch(value);

    /// <summary>Grouped in threes, or beside a currency or a unit: nobody's number.</summary>
    private static bool IsAmount(string text, Match run)
    {
        var after = text.AsSpan(run.Index + run.Length).TrimStart();
        return Before(text, run.Index) is [.., '$' or '€' or '£' or '¥'] || after is ['$' or '€' or '£' or '%' or ',', ..]
            || Grouped().IsMatch(run.Value) && after is [>= 'a' and <= 'z', ..];
    }

    /// <summary>One of the four words before says that a number of a person follows: "my badge is 48213".</summary>
    private static bool Asks(string text, int at, IReadOnlyList<Word> words, MaskLexicon lexicon)
    {
        var first = ReadWords.IndexFrom(words, at);
        var before = Enumerable.Range(Math.Max(0, first - 4), Math.Min(4, first)).Select(i => words[i]).ToList();
        return before.Exists(word => lexicon.Is("number_words", word.Text.ToLowerInvariant()))
            && (before[^1].Text.ToLowerInvariant() is "is" or "number" or "no" or "nr" or "id" or "at" or "on" || lexicon.Is("number_words", before[^1].Text.ToLowerInvariant()));
    }

    private static string Before(string text, int at) => text[Math.Max(0, at - 8)..at].TrimEnd(' ', ':', '-');

    [GeneratedRegex(@"\b[A-Za-z]{2}[0-9]{2}(?: ?[A-Za-z0-9]{4}){2,7}(?: ?[A-Za-z0-9]{1,4})?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Iban();

    [GeneratedRegex(@"\+?\(?[0-9](?:[ ()./-]{0,2}[0-9])+(?: ?(?:x|ext\.?) ?[0-9]{1,6})?", RegexOptions.NonBacktracking)]
    private static partial Regex Run();

    [GeneratedRegex(@"\b(?:[A-Z]{1,6}[-/#]?[0-9]{3,}[A-Z0-9-]*|[0-9]{2,}[A-Z]+[0-9]{2,})\b", RegexOptions.NonBacktracking)]
    private static partial Regex Mixed();

    [GeneratedRegex(@"^(?:(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2} ?[-/] ?(?:19|20)[0-9]{2})(?: [0-9]{1,2})?$", RegexOptions.NonBacktracking)]
    private static partial Regex Date();

    [GeneratedRegex(@"^[0-9]{1,3}(?:[ .][0-9]{3})+$", RegexOptions.NonBacktracking)]
    private static partial Regex Grouped();
}
