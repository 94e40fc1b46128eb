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
        var words = new Dictionary<int, (Opinion Heard, double Words)>();
        foreach (var answer in answers)
            if (units.TryGetValue(answer.TurnN, out var said)) words[answer.TurnN] = Words(answer, said);
        var all = words.Values.Select(word => word.Words).ToList();
        var raw = words.ToDictionary(word => word.Key, word => model.InPlace(FeelingFeatures.InPlace(word.Value.Words, word.Value.Heard,
            units[word.Key].ConvertAll(unit => unit.Unit), scored.BestOf(units[word.Key]), transcript, FeelingFeatures.Elsewhere(word.Value.Words, all),
            [.. FeelingFeatures.OfSentences(units[word.Key].ConvertAll(unit => unit.Unit), opinions).Select(model.OfWords)])));
        var turns = answers.Select(answer => new CodedSentiment(answer.TurnN, raw.TryGetValue(answer.TurnN, out var value) ? FeelingModel.Level(value, model.Cuts) : 0)).ToList();
        var overall = raw.Count == 0 ? 0 : FeelingModel.Level(raw.Values.Average(), model.OverallCuts);
        return new Feelings(turns, overall, raw);
    }

    private (Opinion, double) Words(Answer answer, List<ScoredUnit> said)
    {
        var heard = opinions.Of(answer.Sentences);
        return (heard, model.OfWords(FeelingFeatures.OfWords(said.ConvertAll(unit => unit.Unit), heard)));
    }
}
