using System.Text.RegularExpressions;

namespace InterviewAgent.Privacy.Masking;

/// <summary>The strict level: what narrows a person down without naming them.</summary>
internal static partial class FindQuasi
{
    public static IEnumerable<MaskedSpan> In(string text, IReadOnlyList<Word> words, MaskLexicon lexicon)
    {
        foreach (Match date in Dates().Matches(text)) yield return new MaskedSpan(date.Index, date.Length, MaskKind.Date);
        foreach (Match age in Ages().Matches(text)) yield return new MaskedSpan(age.Groups["age"].Index, age.Groups["age"].Length, MaskKind.Age);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (i + 1 < words.Count && words[i + 1].Gap == ' ' && lexicon.Is("countries", $"{word.Text} {words[i + 1].Text}"))
            {
                yield return new MaskedSpan(word.Start, words[i + 1].End - word.Start, MaskKind.Place);
            }
            if (word.IsCapital && (lexicon.Is("countries", word.Text) || lexicon.Is("nationalities", word.Text)))
            {
                yield return new MaskedSpan(word.Start, word.Length, MaskKind.Place);
            }
            if (word.IsCapital && lexicon.Is("titles", word.Text))
            {
                var dot = word.End < text.Length && text[word.End] == '.' ? 1 : 0;
                yield return new MaskedSpan(word.Start, word.Length + dot, MaskKind.Title);
            }
            if (word.IsProper && i > 0 && word.Gap == ' ' && words[i - 1].Text is "at" or "for" or "from" or "with" or "by" or "of" or "in")
            {
                var last = i;
                while (last + 1 < words.Count && words[last + 1] is { Gap: ' ', IsProper: true })
                {
                    last++;
                }
                yield return new MaskedSpan(word.Start, words[last].End - word.Start, MaskKind.Organisation);
            }
            if (word.IsCapital && lexicon.Is("organisation_words", word.Text) && i > 0 && words[i - 1].IsCapital && word.Gap is ' ' or ',')
            {
                var first = i - 1;
                while (first > 0 && words[first].Gap == ' ' && words[first - 1] is { IsCapital: true, IsKept: false })
                {
                    first--;
                }
                yield return new MaskedSpan(words[first].Start, word.End - words[first].Start, MaskKind.Organisation);
            }
        }
    }

    [GeneratedRegex(@"\b(?:[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?|[0-9]{1,2}[/.][0-9]{1,2}[/.](?:[0-9]{4}|[0-9]{2})|(?:19|20)[0-9]{2})\b", RegexOptions.NonBacktracking)]
    private static partial Regex Dates();

    [GeneratedRegex(@"(?:\b(?:turn(?:ed|s)?|aged?|age of)\s(?<age>[0-9]{1,3})\b)|(?:\b(?<age>[0-9]{1,3})[ -]?(?:years?[ -]old|year-old|y/o))", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Ages();
}
