using InterviewAgent.Evals.Scorers;

namespace InterviewAgent.Evals.Statistics;

/// <summary>Single-label classification.</summary>
public static class MacroF1
{
    /// <summary>The plain mean of F1 over the labels that gold or found hold (as scikit-learn's f1_score with average="macro").</summary>
    public static double Of(IReadOnlyCollection<(string Gold, string Found)> pairs)
    {
        var byLabel = ByLabel(pairs);
        return byLabel.Count == 0 ? 0 : byLabel.Values.Average(label => label.F1);
    }

    public static SortedDictionary<string, Presence> ByLabel(IReadOnlyCollection<(string Gold, string Found)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return new(pairs.SelectMany(pair => new[] { pair.Gold, pair.Found }).Distinct().ToDictionary(label => label, label => new Presence(
            pairs.Count(pair => pair.Gold == label && pair.Found == label),
            pairs.Count(pair => pair.Gold != label && pair.Found == label),
            pairs.Count(pair => pair.Gold == label && pair.Found != label))), StringComparer.Ordinal);
    }
}
