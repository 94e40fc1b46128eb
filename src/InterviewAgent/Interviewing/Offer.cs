namespace InterviewAgent.Interviewing;

/// <summary>What a turn offers beside its words. A channel shows it as buttons or a card; in the terminal it is text.</summary>
/// <param name="Actions">Texts that can be tapped instead of typed; tapping sends exactly that text.</param>
/// <param name="ReadBack">Sentences read back, in order; empty outside the read-back.</param>
/// <param name="Ended">True when nothing more is asked.</param>
/// <param name="MinutesLeft">Honest estimate for the progress line.</param>
public sealed record Offer(
    IReadOnlyList<string> Actions,
    IReadOnlyList<ReadBackSentence> ReadBack,
    bool Ended,
    int MinutesLeft);

/// <summary>One of the respondent's own sentences: where it stands, and its words cut from there.</summary>
public sealed record ReadBackSentence(int Number, int TurnN, int Start, int Length, string Text);
