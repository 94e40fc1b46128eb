using InterviewAgent.Analysis.Learning;

namespace InterviewAgent.Analysis.Coding;

/// <summary>Scores every unit of an interview for every code: words and patterns in their place, then what stands around them.</summary>
internal sealed class ScoreCodes(CoderModel model, WordVectors vectors)
{
    public ScoredInterview Of(IReadOnlyList<SentenceSigns> read, Transcript transcript)
    {
        var units = Unit.All(read, vectors);
        var scored = new List<ScoredUnit>(units.Count);
        var answers = Turns(units, transcript);
        SparseVector context = default;
        var turn = (Sentence: -1, Turn: -1);
        foreach (var unit in units)
        {
            var words = model.Words.Place(unit.Features);
            if (turn != (Math.Min(unit.First.Sentence.Index, 1), unit.TurnN))
            {
                turn = (Math.Min(unit.First.Sentence.Index, 1), unit.TurnN);
                context = model.Context.Place(ContextFeatures.Of(unit.First, transcript));
            }
            var scores = new double[model.Codes.Count];
            for (var c = 0; c < scores.Length; c++) scores[c] = model.Codes[c].Score(words, context, answers[unit.TurnN], units.Count);
            scored.Add(new ScoredUnit(unit, scores));
        }
        Accompany(scored);
        return new ScoredInterview(model, scored);
    }

    private Dictionary<int, SparseVector> Turns(List<Unit> units, Transcript transcript) =>
        Unit.ByTurn(units).ToDictionary(said => said[0].TurnN,
            said => model.Turns.Place(TurnFeatures.Of(said.Select(unit => unit.Features), said[0].First, transcript.Role, transcript.Checkpoint)));

    private void Accompany(List<ScoredUnit> scored)
    {
        if (scored.Count == 0) return;
        var best = new double[model.Codes.Count];
        for (var c = 0; c < best.Length; c++) best[c] = model.Codes[c].Enough + scored.Max(unit => unit.Scores[c]);
        var added = model.Companions.Of(best);
        foreach (var unit in scored)
            for (var c = 0; c < added.Length; c++) unit.Scores[c] += added[c];
    }
}

internal sealed record ScoredUnit(Unit Unit, double[] Scores);

internal sealed record ScoredInterview(CoderModel Model, IReadOnlyList<ScoredUnit> Units)
{
    /// <summary>For each code its best score among <paramref name="units"/>.</summary>
    public IEnumerable<(string Code, double Score)> BestOf(IReadOnlyList<ScoredUnit> units)
    {
        for (var c = 0; c < Model.Codes.Count; c++)
        {
            var best = double.NegativeInfinity;
            foreach (var unit in units) best = Math.Max(best, unit.Scores[c]);
            yield return (Model.Codes[c].Code, best);
        }
    }
}
