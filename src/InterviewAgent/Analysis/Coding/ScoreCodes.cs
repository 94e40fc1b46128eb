using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Coding;

/// <summary>How strongly a sentence speaks for a code: 1 is enough for a finding.</summary>
/// <param name="Because">The entries or features that made it, strongest first.</param>
internal readonly record struct CodeScore(string Code, SentenceSigns Signs, double Score, string Because);

/// <summary>Scores from the patterns alone: the strongest hit, helped a little by the others and by a fitting question.</summary>
internal static class ScoreCodes
{
    private const double Company = 0.3;

    public static IEnumerable<CodeScore> Of(IReadOnlyList<SentenceSigns> read)
    {
        foreach (var signs in read)
            foreach (var hits in signs.Hits.GroupBy(hit => hit.Entry.Code, StringComparer.Ordinal))
            {
                var weights = hits.Select(Weight).OrderDescending().ToList();
                var score = weights[0] + Company * weights.Skip(1).Sum();
                yield return new CodeScore(hits.Key, signs, score, hits.MaxBy(Weight).Entry.Match);
            }
    }

    private static double Weight(PatternHit hit)
    {
        if (!hit.OwnAndPresent) return 0;
        var weight = hit.Entry.Weight;
        if (hit.Entry.AsIs) return weight;
        if ((hit.Cues & Cue.Fixed) != 0) weight *= 0.2;
        if ((hit.Cues & Cue.Negated) != 0) weight *= 0.4;
        if ((hit.Cues & (Cue.Hypothetical | Cue.Wish)) != 0) weight *= 0.5;
        if ((hit.Cues & Cue.Past) != 0) weight *= 0.8;
        return weight;
    }
}
