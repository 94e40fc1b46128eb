using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing;

/// <summary>
/// The policy's list for the first turn: what it has to say, in at most 90 words and 3 paragraphs, with one consent
/// question. Whether minutes, counts and names are true is the business of the code that fills them in.
/// </summary>
public sealed class FirstTurnChecklist(NeutralityGate gate)
{
    private const int MostWords = 90;
    private const int MostParagraphs = 3;

    private static readonly (string Item, string Says)[] Items =
    [
        ("ai", "that it is an AI"), ("forWhom", "for whom it asks"), ("why", "why it asks"), ("minutes", "how many minutes"),
        ("questions", "how many questions"), ("whoSees", "who sees the answers"), ("granularity", "the default, \"my account only\""),
        ("recognised", "that in a small account people may be recognised"), ("skipOrStop", "that one can skip or stop"),
        ("delete", "how to delete"), ("escalation", "to which human serious matters go"), ("consent", "the consent question"),
    ];

    /// <summary>What is missing or too much, each as a short phrase; empty where the turn may be shown.</summary>
    public IReadOnlyList<string> Missing(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reading = new DraftReading(text, DraftContext.ForTranscript([], []) with { Move = MoveKind.AskConsent, GuideKnown = true }, gate.Lexicon);
        return [.. Missing(reading)];
    }

    private static IEnumerable<string> Missing(DraftReading reading)
    {
        foreach (var (item, says) in Items.Where(item => reading.Matches("first-turn." + item.Item).Count == 0))
        {
            yield return $"does not say {says}";
        }

        var questions = reading.Sentences.Count(sentence => sentence.HasQuestionMark);
        if (questions != 1)
        {
            yield return $"{questions} questions; one, for consent";
        }

        var words = reading.Words(0, reading.Tokens.Count).Select(word => word.Start).Distinct().Count();
        if (words > MostWords)
        {
            yield return $"{words} words; at most {MostWords}";
        }

        var paragraphs = reading.Original.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;
        if (paragraphs > MostParagraphs)
        {
            yield return $"{paragraphs} bubbles; at most {MostParagraphs}";
        }
    }
}
