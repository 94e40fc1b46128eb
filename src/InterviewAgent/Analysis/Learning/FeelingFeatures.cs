using InterviewAgent.Analysis.Language;
using InterviewAgent.Analysis.Sentiment;

namespace InterviewAgent.Analysis.Learning;

/// <summary>What the feeling of one answer is read from: its words and vectors, the lexicon, the codes it seems to carry, the question.</summary>
internal static class FeelingFeatures
{
    /// <param name="units">The units of this answer.</param>
    /// <param name="scores">Its best score for each code, 0 being the code's threshold.</param>
    public static Features Of(IReadOnlyList<Unit> units, IEnumerable<(string Code, double Score)> scores, SentimentLexicon lexicon)
    {
        var named = new Dictionary<string, float>(StringComparer.Ordinal);
        var vector = new float[WordVectors.Dimensions];
        var felt = 0.0;
        foreach (var unit in units)
        {
            if (unit.IsPair && units.Count > 1) continue;
            foreach (var (name, value) in unit.Features.Named) named[name] = Math.Max(named.GetValueOrDefault(name), value);
            for (var d = 0; d < vector.Length; d++) vector[d] += unit.Features.Vector[d];
            var here = FeelSentence.Of(unit.First.Sentence, lexicon);
            felt += here;
            if (here > 0) named["p:feels good"] = named.GetValueOrDefault("p:feels good") + (float)here;
            if (here < 0) named["p:feels bad"] = named.GetValueOrDefault("p:feels bad") - (float)here;
        }
        named["p:felt"] = (float)Math.Clamp(felt, -3, 3);
        foreach (var asked in units[0].First.Asks) named["asks:" + asked] = 1;
        var founds = new Dictionary<string, float>(StringComparer.Ordinal);
        var best = new Dictionary<string, double>(StringComparer.Ordinal);
        var kinds = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var (code, score) in scores)
        {
            var likely = (float)(1 / (1 + Math.Exp(-2 * score)));
            var family = code[..Math.Max(0, code.IndexOf('.', StringComparison.Ordinal))];
            best[family] = Math.Max(score, best.GetValueOrDefault(family, double.NegativeInfinity));
            if (score >= 0) founds["p:found " + family] = Math.Min(2, founds.GetValueOrDefault("p:found " + family) + 1);
            if (likely < 0.1f) continue;
            named["p:" + code + "?"] = likely;
            var kind = "p:kind " + family;
            kinds[kind] = kinds.GetValueOrDefault(kind) + likely;
        }
        foreach (var (kind, sum) in kinds) named[kind] = Math.Min(sum, 2);
        foreach (var (found, count) in founds) named[found] = count;
        foreach (var (kind, score) in best) named["p:best " + kind] = (float)Math.Clamp(score + 1.5, 0, 4);
        return new Features(named, vector);
    }
}
