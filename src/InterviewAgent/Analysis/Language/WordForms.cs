namespace InterviewAgent.Analysis.Language;

/// <summary>
/// The forms of the words met last on this thread: a few thousand words make up nearly all that people say, and making
/// their strings anew costs more than reading them. What is kept decides speed and never a result.
/// </summary>
internal static class WordForms
{
    private const int Places = 8_192;
    private const int LongestKept = 24;

    [ThreadStatic] private static Entry[]? kept;

    /// <param name="make">Folds a word that is not kept.</param>
    public static WordForm Of(ReadOnlySpan<char> word, Func<string, string> make)
    {
        if (word.Length > LongestKept) return Made(word.ToString(), make);
        var entries = kept ??= new Entry[Places];
        ref var entry = ref entries[Fnv.Of(word) & (Places - 1)];
        if (entry.Spelling is null || !word.SequenceEqual(entry.Spelling))
        {
            var spelling = word.ToString();
            entry = new Entry(spelling, Made(spelling, make));
        }
        return entry.Form;
    }

    private static WordForm Made(string spelling, Func<string, string> make)
    {
        var form = make(spelling);
        return new WordForm(form, Tokenize.Lemma(form));
    }

    private readonly record struct Entry(string Spelling, WordForm Form);
}
