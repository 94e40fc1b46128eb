namespace InterviewAgent.Interviewing.Moves;

/// <summary>What an answer holds and lacks; it decides which neutral probe is worth a turn. By rules, or from a model.</summary>
/// <param name="Event">Something that happened, with a past form or a time.</param>
/// <param name="Consequence">What followed from it.</param>
/// <param name="Cause">What led to it.</param>
/// <param name="Vague">General words, hearsay or mood where a fact could stand ("everyone is excited").</param>
/// <param name="Quote">A phrase worth asking about, cut from the answer by R7; null when there is none.</param>
/// <param name="QuoteKind">Which probe goes with the phrase.</param>
/// <param name="Empty">Says that there is nothing to say ("nothing I can think of"): an answer, but nothing to probe.</param>
/// <param name="FixedText">The text of texts.yaml that answers a question of the respondent's; null where none does.</param>
public sealed record Assessment(
    int Words, bool Event, bool Consequence, bool Cause, bool Vague, string? Quote = null, Guides.ProbeKind QuoteKind = default,
    bool Empty = false, string? FixedText = null)
{
    public static Assessment None { get; } = new(0, false, false, false, false);
    public bool Complete => Event && Consequence && Cause;
}
