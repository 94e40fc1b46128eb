namespace InterviewAgent.Interviewing.Intents;

/// <summary>
/// What a message is, by rules. A long answer that merely contains "stop", "later" or "help" is an answer; an
/// instruction to the interviewer is stored as one and otherwise counts as an answer (R22).
/// </summary>
public sealed class ReadIntent(IntentLexicon lexicon, LanguageDetector languages)
{
    private const int LongestCore = 30; // No intent of a whole message is longer.

    /// <param name="choices">Of the read-back's form; null for typed text.</param>
    public Intent Of(string text, Asked asked, ReadBackChoices? choices = null)
    {
        if (choices is not null)
            return Chosen(choices);
        var message = Message.From(text.Replace("👍", " ok ", StringComparison.Ordinal));
        var core = message.Words <= LongestCore ? lexicon.WithoutFillers(message.Whole) : "";
        foreach (var pattern in lexicon.Patterns)
            if (pattern.Matches(message, core, asked))
                return pattern.Entry.Intent;
        if (asked is Asked.ReadBack or Asked.Change && ReadChoices.From(text, asked, lexicon) is { } typed)
            return Chosen(typed);
        if (Message.From(text).Words == 0)
            return Intent.Unreadable;
        return languages.IsOther(text) ? Intent.LanguageSwitch : Intent.Answer;
    }

    /// <summary>Delete for all and nothing kept is a deletion, which is asked for once more.</summary>
    private static Intent Chosen(ReadBackChoices choices) =>
        choices.ForAll == Privacy.Visibility.Delete && choices.BySentence.Values.All(kept => kept == Privacy.Visibility.Delete)
            ? Intent.DeleteMyData : Intent.ReadBackChoice;
}
