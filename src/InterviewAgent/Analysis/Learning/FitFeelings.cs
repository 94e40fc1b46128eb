using InterviewAgent.Analysis.Sentiment;

namespace InterviewAgent.Analysis.Learning;

/// <summary>
/// Least squares on labelled answers. The scores of codes it sees come from models that did not see the account, and the
/// cuts are taken where such predictions match the shares of the labelled levels.
/// </summary>
internal sealed class FitFeelings(SentimentLexicon lexicon)
{
    private sealed record Sample(int Interview, Features Features, double Value);

    public FeelingModel Of(List<Interview> interviews, IReadOnlyList<(IReadOnlyList<Unit> Units, double Value)> ratings, IReadOnlyList<CodeModel> codes, int[] folds, TrainingSettings settings)
    {
        var enough = codes.ToDictionary(code => code.Code, code => code.Enough, StringComparer.Ordinal);
        var samples = interviews.SelectMany((interview, i) => Samples(interview, i, enough)).ToList();
        samples.AddRange(ratings.Where(rated => rated.Units.Count > 0).Select(rated => new Sample(-1, FeelingFeatures.Of(rated.Units, [], lexicon), rated.Value)));
        var space = FeatureSpace.From(samples.Select(sample => sample.Features), 4, FeelingModel.WordsLength, FeelingModel.VectorLength);
        var placed = samples.Select(sample => space.Place(sample.Features)).ToList();
        var apart = new double[samples.Count];
        for (var fold = 0; fold < settings.Folds; fold++)
        {
            var (w, b) = Fit(Enumerable.Range(0, samples.Count).Where(s => samples[s].Interview < 0 || folds[samples[s].Interview] != fold).ToList(), samples, placed, space.Count, settings);
            for (var s = 0; s < samples.Count; s++)
                if (samples[s].Interview >= 0 && folds[samples[s].Interview] == fold) apart[s] = placed[s].Dot(w) + b + FeelingModel.Prior(samples[s].Features);
        }
        var (weights, bias) = Fit([.. Enumerable.Range(0, samples.Count)], samples, placed, space.Count, settings);
        var means = Enumerable.Range(0, samples.Count).Where(s => samples[s].Interview >= 0).GroupBy(s => samples[s].Interview)
            .Where(group => interviews[group.Key].Labelled.Overall is not null)
            .Select(group => (group.Average(s => apart[s]), (double)interviews[group.Key].Labelled.Overall!.Value)).ToList();
        return new FeelingModel(space, weights, bias, Cuts([.. apart.Select((value, s) => (value, samples[s].Value)).Where((_, s) => samples[s].Interview >= 0)]), Cuts(means));
    }

    private IEnumerable<Sample> Samples(Interview interview, int number, Dictionary<string, double> enough)
    {
        foreach (var turn in interview.Units.GroupBy(unit => unit.TurnN))
            if (interview.Labelled.Feelings.TryGetValue(turn.Key, out var value))
                yield return new Sample(number, FeelingFeatures.Of([.. turn], interview.BestIn(turn.Key).Select(pair => (pair.Key, pair.Value - enough[pair.Key])), lexicon), value);
    }

    private static (float[], double) Fit(List<int> which, List<Sample> samples, List<SparseVector> placed, int features, TrainingSettings settings) =>
        TrainLinear.LeastSquares([.. which.Select(s => placed[s])], [.. which.Select(s => samples[s].Value - FeelingModel.Prior(samples[s].Features))], features, settings.FeelingDecay, settings.FeelingEpochs);

    private static double[] Cuts(List<(double Predicted, double Labelled)> pairs)
    {
        if (pairs.Count == 0) return [-1.5, -0.5, 0.5, 1.5];
        var order = pairs.Select(pair => pair.Predicted).Order().ToList();
        return [.. new[] { -1, 0, 1, 2 }.Select(level =>
        {
            var below = pairs.Count(pair => pair.Labelled < level);
            return below == 0 ? order[0] - 1 : below == order.Count ? order[^1] + 1 : (order[below - 1] + order[below]) / 2;
        })];
    }
}
