namespace InterviewAgent.Privacy;

/// <summary>
/// The respondent's choices for one turn. <see cref="Visibility"/> is ordered from open to strict, so that the strictest of
/// several is their maximum.
/// </summary>
/// <param name="Chosen">Sentences that were read back, each with its own choice or the one for all.</param>
/// <param name="Rest">Everything else of the turn.</param>
internal sealed record TurnVisibility(IReadOnlyList<ChosenWords> Chosen, Visibility Rest)
{
    /// <summary>A name needs words that were read back: what was not is <em>my account only</em>, or what was chosen for all if that is stricter.</summary>
    public static Visibility NotReadBack(Visibility forAll) => Stricter(forAll, Visibility.AccountOnly);

    /// <summary>The strictest choice that any letter or digit of these characters falls under.</summary>
    public Visibility Of(string text, int start, int length)
    {
        var strictest = Visibility.WithMyName;
        var any = false;
        for (var i = start; i < start + length; i++)
        {
            if (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]))
            {
                strictest = Stricter(strictest, At(i));
                any = true;
            }
        }
        return any ? strictest : At(start);
    }

    public Visibility At(int position)
    {
        Visibility? found = null;
        foreach (var words in Chosen)
        {
            if (position >= words.Start && position < words.Start + words.Length)
            {
                found = Stricter(found ?? Visibility.WithMyName, words.Visibility);
            }
        }
        return found ?? Rest;
    }

    public static Visibility Stricter(Visibility one, Visibility other) => one > other ? one : other;

    public static bool Hides(Visibility visibility) => visibility >= Visibility.TotalsOnly;
}

internal readonly record struct ChosenWords(int Start, int Length, Visibility Visibility);
