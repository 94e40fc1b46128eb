using System.Globalization;
using InterviewAgent.Analysis.Learning;

namespace InterviewAgent.Analysis.Coding;

/// <summary>Scores every unit of an interview for every code: words and patterns in their place, then what stands around them.</summary>
internal sealed class ScoreCodes(CoderModel model, WordVectors vectors)
{
    private const int MostReasons = 4;

    public IEnumerable<CodeScore> Of(IReadOnlyList<SentenceSigns> read, Transcript transcript)
    {
        foreach (var unit in Unit.All(read, vectors))
        {
            var words = model.Words.Place(unit.Features);
            var context = model.Context.Place(ContextFeatures.Of(unit.First, transcript));
            foreach (var code in model.Codes)
                if (code.Score(words, context) is var score && score >= 0) yield return new CodeScore(code.Code, unit, score, Because(code, unit, score));
        }
    }

    private string Because(CodeModel code, Unit unit, double score)
    {
        var reasons = unit.Features.Named
            .Select(feature => (feature.Key, Weight: model.Words.Numbers.TryGetValue(feature.Key, out var at) ? feature.Value * code.Words[at] : 0))
            .Where(feature => feature.Weight > 0).OrderByDescending(feature => feature.Weight).Take(MostReasons).Select(feature => feature.Key);
        return string.Create(CultureInfo.InvariantCulture, $"{score:0.0} above its threshold: {string.Join(", ", reasons)}");
    }
}
