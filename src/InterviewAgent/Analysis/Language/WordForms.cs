namespace InterviewAgent.Analysis.Language;

/// <summary>
/// Folded form and lemma of the words met last on this thread: a few thousand words make up nearly all that people say, and making
/// their strings anew costs more than reading them. What is kept decides speed and never a result.
/// </summary>
internal static class WordForms
{
    private const int Places = 8_192;
    private const int LongestKept = 24;

    [ThreadStatic] private static Entry[]? kept;

    /// <param name="make">Folds a word that is not kept.</param>
    public static (string Form, string Lemma) Of(ReadOnlySpan<char> word, Func<string, string> make)
    {
        if (word.Length > LongestKept) return Made(word.ToString(), make);
        var entries = kept ??= new Entry[Places];
        ref var entry = ref entries[Hash(word) & (Places - 1)];
        if (entry.Spelling is null || !word.SequenceEqual(entry.Spelling))
        {
            var spelling = word.ToString();
            var (form, lemma) = Made(spelling, make);
            entry = new Entry(spelling, form, lemma);
        }
        return (entry.Form, entry.Lemma);
    }

    // FNV-1a: one word cannot do harm here, a place that two words share is only filled again.
    private static int Hash(ReadOnlySpan<char> word)
    {
        var hash = 2_166_136_261u;
        foreach (var letter in word) hash = (hash ^ letter) * 16_777_619u;
        return (int)(hash ^ (hash >> 15)) & int.MaxValue;
    }

    private static (string, string) Made(string spelling, Func<string, string> make)
    {
        var form = make(spelling);
        return (form, Tokenize.Lemma(form));
    }

    private readonly record struct Entry(string Spelling, string Form, string Lemma);
}
