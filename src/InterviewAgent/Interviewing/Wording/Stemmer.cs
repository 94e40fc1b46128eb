namespace InterviewAgent.Interviewing.Wording;

/// <summary>Cuts English endings so that forms of a word compare equal: "struggles", "struggled", "struggling".</summary>
internal static class Stemmer
{
    public static string Stem(string word)
    {
        if (word.Length < 4)
        {
            return word;
        }

        var stem = Cut(word);
        return stem.EndsWith('e') && stem.Length > 3 ? stem[..^1] : stem.EndsWith('y') ? stem[..^1] + "i" : stem;
    }

    private static string Cut(string word) => word switch
    {
        _ when word.EndsWith("'s", StringComparison.Ordinal) => Stem(word[..^2]),
        _ when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        _ when word.EndsWith("ied", StringComparison.Ordinal) => word[..^3] + "y",
        _ when word.EndsWith("sses", StringComparison.Ordinal) => word[..^2],
        _ when word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) => word,
        _ when word.EndsWith("ings", StringComparison.Ordinal) => Undouble(word[..^4], word),
        _ when word.EndsWith("ing", StringComparison.Ordinal) => Undouble(word[..^3], word),
        _ when word.EndsWith("ed", StringComparison.Ordinal) => Undouble(word[..^2], word),
        _ when word.EndsWith('s') => word[..^1],
        _ => word,
    };

    private static string Undouble(string stem, string word) =>
        stem.Length < 3 || !stem.Any(letter => "aeiouy".Contains(letter)) ? word
        : stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l' or 'z') ? stem[..^1]
        : stem;
}
