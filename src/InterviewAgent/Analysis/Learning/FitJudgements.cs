namespace InterviewAgent.Analysis.Learning;

/// <summary>Fits severity and status on labelled quotes; the cuts of severity are those with the least mean error on accounts not seen.</summary>
internal static class FitJudgements
{
    private const int Statuses = 4;

    public static JudgementModel Of(IReadOnlyList<JudgedUnit> judged, int parts, double ridge)
    {
        var features = judged.Select(one => JudgementModel.FeaturesOf(one.Code, one.Unit, one.Role, one.Checkpoint)).ToList();
        var space = FeatureSpace.From(features, 3, JudgementModel.WordsLength, JudgementModel.VectorLength);
        var placed = features.ConvertAll(space.Place);
        var severe = Targets(judged, one => one.Severity);
        var fits = new List<(float[] Weights, double Bias)> { SolveRidge.Fit(placed, severe.Values, severe.Importance, space.Count, ridge) };
        for (var status = 0; status < Statuses; status++)
        {
            var of = (CommitmentStatus)status;
            var (values, importance) = Targets(judged, one => one.Status is null ? null : one.Status == of ? 1 : 0);
            fits.Add(SolveRidge.Fit(placed, values, importance, space.Count, ridge));
        }
        return new JudgementModel(space, [.. fits.Select(fit => fit.Weights)], [.. fits.Select(fit => fit.Bias)], Cuts(judged, placed, severe, space.Count, parts, ridge));
    }

    private static (double[] Values, double[] Importance) Targets(IReadOnlyList<JudgedUnit> judged, Func<JudgedUnit, double?> value) =>
        ([.. judged.Select(one => value(one) ?? 0)], [.. judged.Select(one => value(one) is null ? 0 : one.Importance)]);

    private static double[] Cuts(IReadOnlyList<JudgedUnit> judged, List<SparseVector> placed, (double[] Values, double[] Importance) severe, int features, int parts, double ridge)
    {
        var pairs = new List<(double Raw, int Severity)>();
        for (var part = 0; part < parts; part++)
        {
            var (weights, bias) = SolveRidge.Fit(placed, severe.Values, [.. severe.Importance.Select((value, i) => judged[i].Fold == part ? 0 : value)], features, ridge);
            for (var i = 0; i < judged.Count; i++)
                if (judged[i] is { Fold: var fold, Severity: { } severity } && fold == part) pairs.Add((placed[i].Dot(weights) + bias, severity));
        }
        double[] best = [1.5, 2.5];
        var least = double.MaxValue;
        for (var low = 1.0; low <= 2.0; low += 0.05)
            for (var high = 2.0; high <= 3.0; high += 0.05)
            {
                var error = pairs.Sum(pair => Math.Abs(pair.Severity - (pair.Raw < low ? 1 : pair.Raw < high ? 2 : 3)));
                if (error < least) (least, best) = (error, [low, high]);
            }
        return best;
    }
}

/// <summary>A labelled quote with its judgement. Fold is its account's part, -1 for an answer of the bank.</summary>
internal sealed record JudgedUnit(string Code, Unit Unit, Accounts.Role? Role, Accounts.Checkpoint? Checkpoint, int? Severity, CommitmentStatus? Status, int Fold, double Importance);
