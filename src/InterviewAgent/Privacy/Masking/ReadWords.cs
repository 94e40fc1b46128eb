namespace InterviewAgent.Privacy.Masking;

/// <summary>A text to its words and numbers, in order. One pass; apostrophes and hyphens inside a word belong to it.</summary>
internal static class ReadWords
{
    public static List<Word> Of(string text, MaskLexicon lexicon, IReadOnlySet<string> kept)
    {
        var words = new List<Word>();
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }
            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsMark(text[at]) || IsInside(text, at)))
            {
                at++;
            }
            var whole = text[start..at];
            var bare = MaskLexicon.Bare(whole);
            var shape = Shape(bare);
            words.Add(new Word(
                start, Math.Min(bare.Length, whole.Length), bare, Gap(text, words.Count == 0 ? 0 : words[^1].End, start), Begins(text, start) && !(words.Count > 0 && lexicon.IsHonorific(words[^1].Text)), shape,
                kept.Contains(bare) || lexicon.IsKept(bare), shape is WordShape.Number or WordShape.Mixed || lexicon.IsCommon(bare)));
        }
        return words;
    }

    /// <summary>The index of the first word that begins at this place or behind it.</summary>
    public static int IndexFrom(IReadOnlyList<Word> words, int place)
    {
        var (low, high) = (0, words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = words[middle].Start < place ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>The word that begins exactly there.</summary>
    public static Word? At(IReadOnlyList<Word> words, int place) =>
        IndexFrom(words, place) is var i && i < words.Count && words[i].Start == place ? words[i] : null;

    private static bool IsMark(char letter) => char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool IsInside(string text, int at) =>
        text[at] is '\'' or '’' or '-' && at + 1 < text.Length && char.IsLetter(text[at + 1]) && char.IsLetter(text[at - 1]);

    private static WordShape Shape(string word)
    {
        if (char.IsDigit(word[0]))
        {
            // "12b" is a house number as well.
            return word.Count(char.IsLetter) <= 1 ? WordShape.Number : WordShape.Mixed;
        }
        return word.Any(char.IsDigit) ? WordShape.Mixed
            : !char.IsUpper(word[0]) ? WordShape.Small
            : IsAllCapitals(word) ? WordShape.AllCapitals : WordShape.Capital;
    }

    /// <summary>"ERP", and in the plural "PDFs".</summary>
    private static bool IsAllCapitals(string word) =>
        word.Length > 1 && !word.Any(char.IsLower) || word.Length > 2 && word[^1] == 's' && !word[..^1].Any(char.IsLower);

    private static char Gap(string text, int from, int to)
    {
        var between = text.AsSpan(from, to - from).Trim(' ');
        if (between is "" or "\u00a0") return to - from <= 1 ? ' ' : '\t';
        return between.IndexOf('\n') >= 0 && between.Trim(" \n\r,\t").IsEmpty ? '\n' : between is "," ? ',' : between is "." ? '·' : '.';
    }

    private static bool Begins(string text, int start)
    {
        var at = start - 1;
        while (at >= 0 && (text[at] is ' ' or '\u00a0' or '\t' or '"' or '\'' or '(' or '[' or '“' or '‘' or '-' or '*' or '>' or '•'))
        {
            at--;
        }
        return at < 0 || text[at] is '.' or '!' or '?' or ':' or '\n' or '…' or ';';
    }
}
