namespace InterviewAgent.Analysis.Language;

/// <summary>
/// Sentences of a turn as [start, end) places. A full stop ends one when white space follows, also before a small
/// letter (people type on phones), but not after an abbreviation, a title or an initial. A line break ends one.
/// </summary>
internal static class SplitSentences
{
    public static List<(int Start, int End)> Of(string text)
    {
        var sentences = new List<(int, int)>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '\n' or '\r') { Add(sentences, text, start, at); start = at + 1; continue; }
            if (!IsEnd(text[at])) continue;
            var end = at + 1;
            while (end < text.Length && (IsEnd(text[end]) || IsClosing(text[end]))) end++;
            if (end < text.Length && !char.IsWhiteSpace(text[end])) continue;
            if (text[at] == '.' && end == at + 1 && IsAbbreviation(text, start, at)) continue;
            if (GoesOn(text, at, end)) continue;
            Add(sentences, text, start, end);
            start = end;
            at = end - 1;
        }
        Add(sentences, text, start, text.Length);
        return sentences;
    }

    private static void Add(List<(int, int)> sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) sentences.Add((start, end));
    }

    private static bool IsEnd(char c) => c is '.' or '!' or '?' or '\u2026';

    private static bool IsClosing(char c) => c is '"' or '\'' or ')' or ']' or '\u2019' or '\u201d' or '\u00bb';

    // A speech inside a sentence ('when does it come?' she asked) and trailing dots before a small letter go on.
    private static bool GoesOn(string text, int at, int end)
    {
        var next = end;
        while (next < text.Length && text[next] is ' ' or '\t') next++;
        if (next >= text.Length || !char.IsLower(text[next])) return false;
        return IsClosing(text[end - 1]) || text[at] == '\u2026' || (end - at >= 3 && text[at] == '.');
    }

    private static bool IsAbbreviation(string text, int start, int dot)
    {
        var from = dot;
        while (from > start && (char.IsLetter(text[from - 1]) || text[from - 1] == '.')) from--;
        var word = text.AsSpan(from, dot - from);
        if (word.Length == 0) return false;
        if (word.Length == 1) return char.IsUpper(word[0]) && word[0] != 'I';
        if (word.Length > 6) return false;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower);
    }

    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "vs", "e.g", "i.e", "eg", "ie", "approx", "inc", "ltd", "dept", "fig", "sr", "jr", "gen", "capt",
    };
}
