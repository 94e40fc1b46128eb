using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Sentiment;

internal sealed record Feelings(IReadOnlyList<CodedSentiment> Turns, int Overall);

/// <summary>How the speaker feels about product and project in each answer, -2 to 2, and in the interview.</summary>
internal sealed class FeelTurns(SentimentLexicon lexicon)
{
    public Feelings Of(IReadOnlyList<Answer> answers, IReadOnlyList<CodedFinding> findings)
    {
        var turns = answers.Select(answer => (answer.TurnN, Raw: Raw(answer, findings))).ToList();
        var overall = turns.Count == 0 ? 0 : turns.Average(turn => turn.Raw);
        return new Feelings([.. turns.Select(turn => new CodedSentiment(turn.TurnN, Level(turn.Raw)))], Level(overall * 1.3));
    }

    private double Raw(Answer answer, IReadOnlyList<CodedFinding> findings)
    {
        var sum = 0.0;
        foreach (var sentence in answer.Sentences) sum += Felt(sentence);
        foreach (var finding in findings)
            if (finding.Quotes.Any(quote => quote.TurnN == answer.TurnN)) sum += finding.Kind switch
            {
                FindingKind.Friction => -1.2,
                FindingKind.Drift => -0.4,
                FindingKind.Evidence => 1.0,
                _ => 0.3,
            };
        return Math.Clamp(sum / 1.5, -2, 2);
    }

    private double Felt(Sentence sentence)
    {
        var found = new List<(SentimentEntry Value, int From, int To)>();
        lexicon.Index.Find(sentence.Tokens, found);
        var sum = 0.0;
        foreach (var (entry, from, _) in found)
        {
            var cues = sentence.CuesAt(from);
            if ((cues & (Cue.FormerTool | Cue.OtherVendor | Cue.Hearsay)) != 0) continue;
            sum += (cues & Cue.Negated) != 0 ? -0.5 * entry.Value : entry.Value;
        }
        return sum / 2;
    }

    private static int Level(double raw) => raw switch { <= -1.5 => -2, <= -0.5 => -1, < 0.5 => 0, < 1.5 => 1, _ => 2 };
}
