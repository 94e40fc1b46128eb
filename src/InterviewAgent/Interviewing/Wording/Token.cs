namespace InterviewAgent.Interviewing.Wording;

/// <summary>A word or a mark of a folded text; <paramref name="Start"/> and <paramref name="End"/> index that text.</summary>
/// <param name="Text">Lower case; a short form is several words at one place ("don't": do, not).</param>
internal readonly record struct Token(string Text, string Stem, bool IsWord, int Start, int End)
{
    public bool Is(string text) => string.Equals(Text, text, StringComparison.Ordinal);
    public bool EndsSentence => !IsWord && Text is "." or "?" or "!" or "\n";
}
