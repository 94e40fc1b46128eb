namespace InterviewAgent.Analysis.Language;

/// <summary>
/// What a table says of a word, kept for the words met last. Safe on any thread: an entry is written whole and never changed, and who
/// loses a race only looks again.
/// </summary>
/// <param name="find">Looks a word up where nothing is kept; must give the same for the same form.</param>
internal sealed class PerWord<T>(Func<WordForm, T> find)
{
    private const int Places = 8_192;
    private readonly Entry?[] kept = new Entry?[Places];

    public T Of(WordForm form)
    {
        ref var place = ref kept[form.Hash & (Places - 1)];
        if (place is { } entry && (ReferenceEquals(entry.Form, form) || entry.Form.Text == form.Text)) return entry.Value;
        var found = new Entry(form, find(form));
        place = found;
        return found.Value;
    }

    private sealed record Entry(WordForm Form, T Value);
}
