namespace InterviewAgent.Analysis.Learning;

/// <summary>A word without its ending, so that waits, waited and waiting count as one. Light on purpose: a wrong stem is still the same for all.</summary>
internal static class Stem
{
    public static string Of(string word)
    {
        if (word.Length < 4) return word;
        var stem = Language.Tokenize.Lemma(word);
        if (Cut(ref stem, "ingly", 4) || Cut(ref stem, "edly", 4)) return Undouble(stem);
        if (Cut(ref stem, "ing", 3) || Cut(ref stem, "ied", 3, "y") || Cut(ref stem, "ed", 3)) return Undouble(stem);
        if (Cut(ref stem, "ation", 4) || Cut(ref stem, "ment", 4) || Cut(ref stem, "ly", 4) || Cut(ref stem, "ion", 4)) return Undouble(stem);
        return stem.Length > 4 && stem[^1] == 'e' ? stem[..^1] : stem;
    }

    private static bool Cut(ref string word, string end, int atLeast, string instead = "")
    {
        if (word.Length - end.Length < atLeast || !word.EndsWith(end, StringComparison.Ordinal)) return false;
        word = string.Concat(word.AsSpan(0, word.Length - end.Length), instead);
        return true;
    }

    private static string Undouble(string stem)
    {
        if (stem.Length > 4 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l' or 'z' or 'e' or 'o')) return stem[..^1];
        return stem.Length > 4 && stem[^1] == 'e' ? stem[..^1] : stem;
    }
}
