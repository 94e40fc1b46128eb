using System.Globalization;
using System.Text;

namespace InterviewAgent.Analysis.Language;

/// <summary>Words (with inner apostrophes and hyphens), numbers and marks, in order, with their places. Linear in the text.</summary>
internal static class Tokenize
{
    public static List<Token> Text(string text)
    {
        var tokens = new List<Token>(text.Length / 5 + 1);
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (IsLetter(c)) at = Word(text, at, tokens);
            else if (char.IsDigit(c)) at = Number(text, at, tokens);
            else
            {
                if (!char.IsWhiteSpace(c) && !char.IsControl(c)) tokens.Add(Mark(text, at));
                at++;
            }
        }
        return tokens;
    }

    private static int Word(string text, int start, List<Token> tokens)
    {
        var end = start + 1;
        while (end < text.Length && (IsLetter(text[end]) || char.IsDigit(text[end]) || JoinsLetters(text, end))) end++;
        tokens.Add(new Token(start, end - start, WordForms.Of(text.AsSpan(start, end - start), Fold), TokenKind.Word, char.IsUpper(text[start])));
        return end;
    }

    private static int Number(string text, int start, List<Token> tokens)
    {
        var end = start + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || JoinsDigits(text, end))) end++;
        var form = text[start..end].ToLowerInvariant();
        tokens.Add(new Token(start, end - start, new WordForm(form, form), TokenKind.Number, false));
        return end;
    }

    private static Token Mark(string text, int at)
    {
        var form = text[at] switch
        {
            '\u2018' or '\u2019' or '\u02bc' or '`' => Ascii['\''],
            '\u201c' or '\u201d' or '\u00ab' or '\u00bb' => Ascii['"'],
            '\u2013' or '\u2014' or '\u2212' => Ascii['-'],
            '\u2026' => Dots,
            var c when c < 128 => Ascii[c],
            var c => new WordForm(c.ToString(), c.ToString()),
        };
        return new Token(at, 1, form, TokenKind.Mark, false);
    }

    // A word's apostrophe: don't, d'accord; a hyphen between letters: half-day.
    private static bool JoinsLetters(string text, int at) =>
        text[at] is '\'' or '\u2019' or '\u02bc' or '-' or '\u2010' or '\u2011' && at + 1 < text.Length && IsLetter(text[at + 1]);

    private static bool JoinsDigits(string text, int at) =>
        text[at] is '.' or ',' or ':' or '/' or '%' && (text[at] == '%' || (at + 1 < text.Length && char.IsDigit(text[at + 1])));

    private static bool IsLetter(char c) =>
        char.IsLetter(c) || (c > 127 && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static string FoldWord(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var c in word) plain.Append(c is '\u2019' or '\u02bc' ? '\'' : c is '\u2010' or '\u2011' ? '-' : char.ToLowerInvariant(c));
        var form = plain.ToString();
        return Unapostrophed.TryGetValue(form, out var full) ? full : form;
    }

    internal static string Lemma(string word)
    {
        if (word.EndsWith("'s", StringComparison.Ordinal)) word = word[..^2];
        if (word.Length < 4 || word[^1] != 's' || word[^2] is 's' or 'u' or 'i') return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4) return string.Concat(word.AsSpan(0, word.Length - 3), "y");
        if (EndsWithAny(word, "ches", "shes", "xes", "sses", "zes")) return word[..^2];
        return word[..^1];
    }

    private static bool EndsWithAny(string word, params ReadOnlySpan<string> ends)
    {
        foreach (var end in ends)
            if (word.EndsWith(end, StringComparison.Ordinal)) return true;
        return false;
    }

    private static readonly WordForm[] Ascii = [.. Enumerable.Range(0, 128).Select(i => ((char)i).ToString()).Select(mark => new WordForm(mark, mark))];
    private static readonly WordForm Dots = new("…", "…");
    private static readonly Func<string, string> Fold = FoldWord;

    // Chat spelling: what people type without its apostrophe and that is no other word.
    private static readonly Dictionary<string, string> Unapostrophed = new(StringComparer.Ordinal)
    {
        ["dont"] = "don't", ["doesnt"] = "doesn't", ["didnt"] = "didn't", ["cant"] = "can't", ["couldnt"] = "couldn't",
        ["wouldnt"] = "wouldn't", ["shouldnt"] = "shouldn't", ["isnt"] = "isn't", ["arent"] = "aren't", ["wasnt"] = "wasn't",
        ["werent"] = "weren't", ["havent"] = "haven't", ["hasnt"] = "hasn't", ["hadnt"] = "hadn't", ["wont"] = "won't",
        ["ive"] = "i've", ["im"] = "i'm", ["thats"] = "that's", ["theyre"] = "they're", ["youre"] = "you're", ["whats"] = "what's",
        ["theres"] = "there's", ["wouldve"] = "would've", ["couldve"] = "could've", ["cannot"] = "can't", ["aint"] = "isn't",
    };
}
