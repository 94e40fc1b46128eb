using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Sentiment;

/// <summary>What the sentiment lexicon hears in one sentence: negation turns and dampens, another tool's praise or blame does not count.</summary>
internal static class FeelSentence
{
    private const double Negation = -0.6;

    public static double Of(Sentence sentence, SentimentLexicon lexicon)
    {
        var found = new List<(SentimentEntry Value, int From, int To)>();
        lexicon.Index.Find(sentence.Tokens, found);
        var sum = 0.0;
        foreach (var (entry, from, _) in found)
        {
            var cues = sentence.CuesAt(from);
            if ((cues & (Cue.FormerTool | Cue.OtherVendor | Cue.Hearsay)) != 0) continue;
            sum += (cues & Cue.Negated) != 0 ? Negation * entry.Value : entry.Value;
        }
        return Math.Clamp(sum / 2, -2, 2);
    }
}
