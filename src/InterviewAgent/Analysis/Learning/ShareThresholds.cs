namespace InterviewAgent.Analysis.Learning;

/// <summary>
/// The score from which a code counts: the one with the best F1 over interviews scored by models that did not see their
/// account, drawn to the threshold all codes share, the more the rarer the code is.
/// </summary>
internal static class ShareThresholds
{
    private const double RarityPull = 400;

    public static CodeModel[] Apply(CodeModel[] models, List<Interview> interviews)
    {
        if (interviews.Count == 0) return models;
        var all = models.SelectMany(model => interviews.Select(interview => (interview.Best(model.Code), interview.Present.Contains(model.Code))));
        var shared = Best(all);
        return [.. models.Select(model =>
        {
            var own = interviews.Select(interview => (interview.Best(model.Code), interview.Present.Contains(model.Code))).ToList();
            var positives = own.Count(pair => pair.Item2);
            var share = positives / (positives + RarityPull);
            return model with { Enough = positives < 3 ? shared : share * Best(own) + (1 - share) * shared };
        })];
    }

    private static double Best(IEnumerable<(double Score, bool Present)> scored)
    {
        var order = scored.OrderByDescending(pair => pair.Score).ToList();
        var positives = order.Count(pair => pair.Present);
        double best = 0, at = order.Count == 0 ? 0 : order[0].Score;
        var hits = 0;
        for (var i = 0; i < order.Count; i++)
        {
            if (order[i].Present) hits++;
            var f1 = 2.0 * hits / (i + 1 + positives);
            if (f1 <= best) continue;
            best = f1;
            at = i + 1 < order.Count ? (order[i].Score + order[i + 1].Score) / 2 : order[i].Score - 0.1;
        }
        return at;
    }
}
