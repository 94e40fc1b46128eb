namespace InterviewAgent.Evals.Statistics;

/// <summary>How far two coders agree beyond chance. Each pair is one item, labelled by both.</summary>
public static class Agreement
{
    /// <summary>Cohen's kappa, (p - e) / (1 - e) (Cohen, Educational and Psychological Measurement 20 (1960) 37-46); null where both used one label only.</summary>
    public static double? Kappa(IReadOnlyCollection<(string One, string Other)> pairs)
    {
        var (agreed, labels) = Read(pairs);
        return Beyond(agreed, labels.Sum(label => label.One * label.Other));
    }

    /// <summary>
    /// Gwet's AC1, whose chance term does not explode when nearly all items bear one label: e = sum of q(1 - q) / (labels - 1)
    /// (Gwet, British Journal of Mathematical and Statistical Psychology 61 (2008) 29-48). Null with fewer than two labels in use.
    /// </summary>
    public static double? Ac1(IReadOnlyCollection<(string One, string Other)> pairs)
    {
        var (agreed, labels) = Read(pairs);
        if (labels.Count < 2) return null;
        return Beyond(agreed, labels.Select(label => (label.One + label.Other) / 2).Sum(q => q * (1 - q)) / (labels.Count - 1));
    }

    private static (double Agreed, List<(double One, double Other)> Labels) Read(IReadOnlyCollection<(string One, string Other)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count == 0) return (0, []);
        double Share(Func<(string One, string Other), bool> which) => pairs.Count(which) / (double)pairs.Count;
        return (Share(pair => pair.One == pair.Other),
            [.. pairs.SelectMany(pair => new[] { pair.One, pair.Other }).Distinct()
                .Select(label => (Share(pair => pair.One == label), Share(pair => pair.Other == label)))]);
    }

    private static double? Beyond(double agreed, double chance) => chance >= 1 ? null : (agreed - chance) / (1 - chance);
}
