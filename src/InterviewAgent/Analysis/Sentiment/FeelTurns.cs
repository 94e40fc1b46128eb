using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Language;
using InterviewAgent.Analysis.Learning;

namespace InterviewAgent.Analysis.Sentiment;

internal sealed record Feelings(IReadOnlyList<CodedSentiment> Turns, int Overall, IReadOnlyDictionary<int, double> Raw);

/// <summary>How the speaker feels about product and project in each answer, -2 to 2, and in the interview. An answer without words is 0.</summary>
internal sealed class FeelTurns(HearOpinions opinions, FeelingModel model)
{
    public Feelings Of(IReadOnlyList<Answer> answers, ScoredInterview scored, Transcript transcript)
    {
        var units = scored.Units.GroupBy(unit => unit.Unit.TurnN).ToDictionary(turn => turn.Key, turn => turn.ToList());
        var raw = new Dictionary<int, double>();
        foreach (var answer in answers)
            if (units.TryGetValue(answer.TurnN, out var said)) raw[answer.TurnN] = Raw(answer, said, scored, transcript);
        var turns = answers.Select(answer => new CodedSentiment(answer.TurnN, raw.TryGetValue(answer.TurnN, out var value) ? FeelingModel.Level(value, model.Cuts) : 0)).ToList();
        var overall = raw.Count == 0 ? 0 : FeelingModel.Level(raw.Values.Average(), model.OverallCuts);
        return new Feelings(turns, overall, raw);
    }

    private double Raw(Answer answer, List<ScoredUnit> said, ScoredInterview scored, Transcript transcript)
    {
        var heard = opinions.Of(answer.Sentences);
        var units = said.ConvertAll(unit => unit.Unit);
        var words = model.OfWords(FeelingFeatures.OfWords(units, heard));
        return model.InPlace(FeelingFeatures.InPlace(words, heard, units, scored.BestOf(said), transcript));
    }
}
