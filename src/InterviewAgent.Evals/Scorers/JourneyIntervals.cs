namespace InterviewAgent.Evals.Scorers;

/// <summary>
/// 95 % percentile intervals of a journey score by drawing accounts again with replacement: interviews of one account are alike,
/// and a hundred of them are not a hundred witnesses.
/// </summary>
public static class JourneyIntervals
{
    public static IReadOnlyList<(string Name, double Low, double High)> Of(IReadOnlyList<LabelledJourney> gold, IReadOnlyList<LabelledJourney> found, int draws = 999)
    {
        ArgumentNullException.ThrowIfNull(gold);
        var random = new Random(Statistics.Seeds.Bootstrap);
        var drawn = Figures.Select(_ => new List<double>(draws)).ToList();
        for (var draw = 0; draw < draws; draw++)
        {
            var score = JourneyScorer.Score(Enumerable.Range(0, gold.Count).Select(_ => gold[random.Next(gold.Count)]), found);
            for (var f = 0; f < Figures.Length; f++)
                if (Figures[f].Of(score) is { } value) drawn[f].Add(value);
        }
        return [.. Figures.Select((figure, f) => (figure.Name, Quantile(drawn[f], 0.025), Quantile(drawn[f], 0.975)))];
    }

    private static double Quantile(List<double> values, double share)
    {
        if (values.Count == 0) return double.NaN;
        values.Sort();
        return values[Math.Clamp((int)Math.Round(share * (values.Count + 1)) - 1, 0, values.Count - 1)];
    }

    private static readonly (string Name, Func<JourneyScore, double?> Of)[] Figures =
    [
        ("micro-F1", score => score.Micro.F1), ("macro-F1", score => score.MacroF1), ("quotes overlap", score => score.QuoteOverlap),
        ("status", score => score.StatusAgreement), ("sentiment r", score => score.SentimentCorrelation),
        ("silent recall", score => Given(score.Accounts.SilentSufferer, any => any.Hits + any.Missed, any => any.Recall)),
        ("silent precision", score => Given(score.Accounts.SilentSufferer, any => any.Hits + any.False, any => any.Precision)),
        ("at risk F1", score => score.Accounts.AtRisk.F1), ("drift from", score => score.Accounts.DriftFromAgreement),
    ];

    private static double? Given(Presence presence, Func<Presence, int> of, Func<Presence, double> value) => of(presence) == 0 ? null : value(presence);
}
