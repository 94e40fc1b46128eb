namespace InterviewAgent.Interviewing.Intents;

/// <summary>
/// What a message is, by rules. A long answer that merely contains "stop", "later" or "help" is an answer; an
/// instruction to the interviewer is stored as one and otherwise counts as an answer (R22).
/// </summary>
public sealed class ReadIntent(IntentLexicon lexicon, LanguageDetector languages)
{
    private const int LongestCore = 30; // No intent of a whole message is longer.

    public Intent Of(string text, Asked asked, bool choicesGiven = false)
    {
        if (choicesGiven)
            return Intent.ReadBackChoice;
        var message = Message.From(text.Replace("👍", " ok ", StringComparison.Ordinal));
        var core = message.Words <= LongestCore ? lexicon.WithoutFillers(message.Whole) : "";
        foreach (var pattern in lexicon.Patterns)
            if (pattern.Matches(message, core, asked))
                return pattern.Entry.Intent;
        if (asked is Asked.ReadBack or Asked.Change && ReadChoices.From(text, asked, lexicon) is not null)
            return Intent.ReadBackChoice;
        if (Message.From(text).Words == 0)
            return Intent.Unreadable;
        return languages.IsOther(text) ? Intent.LanguageSwitch : Intent.Answer;
    }
}
