using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Language;
using InterviewAgent.Analysis.Sentiment;

namespace InterviewAgent.Analysis.Learning;

/// <summary>What the feeling of one answer is read from. Names that begin with "p:" are readings and keep their size; the others are words.</summary>
internal static class FeelingFeatures
{
    /// <summary>The text alone: its words, its word vectors, and the opinions heard in it.</summary>
    public static Features OfWords(IReadOnlyList<Unit> units, Opinion heard)
    {
        var named = new Dictionary<string, float>(128, StringComparer.Ordinal);
        var vector = new float[WordVectors.Dimensions];
        foreach (var unit in units)
        {
            if (unit.IsPair && units.Count > 1) continue;
            foreach (var (name, value) in unit.Features.Named)
                if (name[0] is not 't') named[name] = Math.Max(named.GetValueOrDefault(name), value);
            for (var d = 0; d < vector.Length; d++) vector[d] += unit.Features.Vector[d];
        }
        Hear(named, heard);
        return new Features(named, vector);
    }

    /// <summary>Each sentence of an answer by itself, in their order.</summary>
    public static List<Features> OfSentences(IReadOnlyList<Unit> units, HearOpinions opinions) =>
        [.. units.Where(unit => !unit.IsPair).Select(unit => OfWords([unit], opinions.Of([unit.First.Sentence])))];

    /// <summary>The mean of an interview's other answers: people who are content in one answer are content in the next.</summary>
    public static double Elsewhere(double own, IReadOnlyCollection<double> all) => all.Count < 2 ? 0 : (all.Sum() - own) / (all.Count - 1);

    /// <summary>What stands around the words: their own score, the codes found, the question, who speaks and when.</summary>
    public static Features InPlace(double words, Opinion heard, IReadOnlyList<Unit> units, IEnumerable<(string Code, double Score)> scores, Transcript transcript, double elsewhere, IReadOnlyList<double> sentences)
    {
        var named = new Dictionary<string, float>(StringComparer.Ordinal) { ["p:words"] = (float)Math.Clamp(words, -2.5, 2.5) };
        named["p:highest"] = (float)Math.Clamp(sentences.Max(), -2.5, 2.5);
        named["p:lowest"] = (float)Math.Clamp(sentences.Min(), -2.5, 2.5);
        named["p:first"] = (float)Math.Clamp(sentences[0], -2.5, 2.5);
        named["p:ends"] = (float)Math.Clamp(sentences[^1], -2.5, 2.5);
        named["p:elsewhere"] = (float)Math.Clamp(elsewhere, -2.5, 2.5);
        Hear(named, heard);
        var first = units[0].First;
        foreach (var asked in first.Asks) named["p:asks " + asked] = 0.3f;
        named["p:role " + transcript.Role] = 0.5f;
        named["p:at " + transcript.Checkpoint] = 0.5f;
        named["p:length"] = (float)Math.Log(1 + units.Where(unit => !unit.IsPair).Sum(unit => unit.First.Sentence.Tokens.Length)) / 4;
        foreach (var (code, score) in scores)
        {
            var likely = (float)(1 / (1 + Math.Exp(-1.5 * score)));
            if (likely < 0.05f) continue;
            named["p:" + code + "?"] = likely;
            var family = Family(code);
            named["p:all " + family] = Math.Min(2, named.GetValueOrDefault("p:all " + family) + likely);
            named["p:best " + family] = Math.Max(likely, named.GetValueOrDefault("p:best " + family));
        }
        return new Features(named, []);
    }

    private static void Hear(Dictionary<string, float> named, Opinion heard)
    {
        named["p:value"] = (float)Math.Tanh(heard.Value / 3);
        named["p:good"] = (float)Math.Tanh(heard.Positive / 3);
        named["p:bad"] = (float)Math.Tanh(heard.Negative / 3);
        named["p:last"] = (float)Math.Tanh(heard.Last / 3);
        if (heard.IsMixed) named["p:mixed"] = 0.5f;
    }

    private static string Family(string code)
    {
        var dot = code.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 || code.StartsWith("evidence", StringComparison.Ordinal) ? "good" : code.StartsWith("drift", StringComparison.Ordinal) ? "drift"
            : code.StartsWith("commitment", StringComparison.Ordinal) ? "commitment" : "friction";
    }
}
