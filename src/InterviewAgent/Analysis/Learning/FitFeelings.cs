using InterviewAgent.Analysis.Sentiment;

namespace InterviewAgent.Analysis.Learning;

/// <summary>
/// Two ridge regressions. The words are fitted on labelled answers of journeys, on rated texts, and, counting less, on the bank of
/// answers whose codes say roughly how they feel; the place on journeys alone, over word and code scores from models that did not see
/// the account. The cuts are taken where such predictions match the shares of the labelled levels.
/// </summary>
internal static class FitFeelings
{
    public static FeelingModel Of(
        List<Interview> interviews, IReadOnlyList<FeltText> others, HearOpinions opinions, IReadOnlyList<CodeModel> codes, int[] folds, TrainingSettings settings)
    {
        var enough = codes.ToDictionary(code => code.Code, code => code.Enough, StringComparer.Ordinal);
        var samples = interviews.SelectMany((interview, i) => Samples(interview, i, opinions)).ToList();
        var texts = samples.ConvertAll(sample => sample.Text);
        texts.AddRange(others);
        var words = FeatureSpace.From(texts.Select(text => text.Features), 3, FeelingModel.WordsLength, FeelingModel.VectorLength);
        var placed = texts.ConvertAll(text => words.Place(text.Features));
        var targets = texts.Select(text => text.Value).ToArray();
        var importance = texts.Select(text => text.Importance).ToArray();
        var sentences = samples.ConvertAll(sample => FeelingFeatures.OfSentences(sample.Units, opinions).ConvertAll(words.Place));
        var bySentence = samples.ConvertAll(_ => Array.Empty<double>());
        var apart = Crosswise(samples, folds, settings.Folds, fold => SolveRidge.Fit(placed, targets, Masked(importance, samples, folds, fold), words.Count, settings.FeelingDecay), placed,
            (s, weights, bias) => bySentence[s] = [.. sentences[s].Select(sentence => sentence.Dot(weights) + bias)]);
        var (wordWeights, wordBias) = SolveRidge.Fit(placed, targets, importance, words.Count, settings.FeelingDecay);

        var byInterview = samples.Select((sample, s) => (sample.Interview, apart[s])).ToLookup(pair => pair.Interview, pair => pair.Item2);
        var around = samples.Select((sample, s) => FeelingFeatures.InPlace(apart[s], sample.Heard, sample.Units,
            interviews[sample.Interview].BestIn(sample.Units[0].TurnN).Select(pair => (pair.Key, pair.Value - enough[pair.Key])), interviews[sample.Interview].Labelled.Transcript,
            FeelingFeatures.Elsewhere(apart[s], [.. byInterview[sample.Interview]]), bySentence[s])).ToList();
        var place = FeatureSpace.From(around, 3, FeelingModel.PlaceLength);
        var aroundPlaced = around.ConvertAll(place.Place);
        var felt = samples.Select(sample => sample.Text.Value).ToArray();
        var ones = Enumerable.Repeat(1.0, samples.Count).ToArray();
        var final = Crosswise(samples, folds, settings.Folds, fold => SolveRidge.Fit(aroundPlaced, felt, Masked(ones, samples, folds, fold), place.Count, settings.PlaceDecay), aroundPlaced);
        var (placeWeights, placeBias) = SolveRidge.Fit(aroundPlaced, felt, ones, place.Count, settings.PlaceDecay);
        var means = Enumerable.Range(0, samples.Count).GroupBy(s => samples[s].Interview)
            .Where(group => interviews[group.Key].Labelled.Overall is not null)
            .Select(group => (group.Average(s => final[s]), (double)interviews[group.Key].Labelled.Overall!.Value)).ToList();
        return new FeelingModel(words, wordWeights, wordBias, place, placeWeights, placeBias, Cuts([.. final.Select((value, s) => (value, felt[s]))]), Cuts(means));
    }

    private static IEnumerable<Sample> Samples(Interview interview, int number, HearOpinions opinions)
    {
        foreach (var turn in interview.Units.GroupBy(unit => unit.TurnN))
            if (interview.Labelled.Feelings.TryGetValue(turn.Key, out var value))
            {
                var units = turn.ToList();
                var heard = opinions.Of(units[0].First.Answer.Sentences);
                yield return new Sample(number, units, heard, new FeltText(FeelingFeatures.OfWords(units, heard), value, 1));
            }
    }

    private static double[] Crosswise(List<Sample> samples, int[] folds, int parts, Func<int, (float[] Weights, double Bias)> fit, List<SparseVector> placed, Action<int, float[], double>? also = null)
    {
        var apart = new double[samples.Count];
        for (var fold = 0; fold < parts; fold++)
        {
            if (!samples.Exists(sample => folds[sample.Interview] == fold)) continue;
            var (weights, bias) = fit(fold);
            for (var s = 0; s < samples.Count; s++)
            {
                if (folds[samples[s].Interview] != fold) continue;
                apart[s] = placed[s].Dot(weights) + bias;
                also?.Invoke(s, weights, bias);
            }
        }
        return apart;
    }

    private static double[] Masked(double[] importance, List<Sample> samples, int[] folds, int without) =>
        [.. importance.Select((value, i) => i < samples.Count && folds[samples[i].Interview] == without ? 0 : value)];

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

    private sealed record Sample(int Interview, List<Unit> Units, Opinion Heard, FeltText Text);
}

/// <summary>A text with its feeling, -2 to 2, and how much it counts.</summary>
internal sealed record FeltText(Features Features, double Value, double Importance);
