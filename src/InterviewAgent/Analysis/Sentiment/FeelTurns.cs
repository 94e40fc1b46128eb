using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Language;
using InterviewAgent.Analysis.Learning;

namespace InterviewAgent.Analysis.Sentiment;

internal sealed record Feelings(IReadOnlyList<CodedSentiment> Turns, int Overall, IReadOnlyDictionary<int, double> Raw);

/// <summary>How the speaker feels about product and project in each answer, -2 to 2, and in the interview. An answer without words is 0.</summary>
internal sealed class FeelTurns(SentimentLexicon lexicon, FeelingModel model)
{
    public Feelings Of(IReadOnlyList<Answer> answers, ScoredInterview scored)
    {
        var raw = new Dictionary<int, double>();
        foreach (var turn in scored.Units.GroupBy(unit => unit.Unit.TurnN))
            raw[turn.Key] = model.Raw(FeelingFeatures.Of([.. turn.Select(unit => unit.Unit)], scored.BestOf([.. turn]), lexicon));
        var turns = answers.Select(answer => new CodedSentiment(answer.TurnN, raw.TryGetValue(answer.TurnN, out var value) ? FeelingModel.Level(value, model.Cuts) : 0)).ToList();
        var overall = raw.Count == 0 ? 0 : FeelingModel.Level(raw.Values.Average(), model.OverallCuts);
        return new Feelings(turns, overall, raw);
    }
}
