namespace InterviewAgent.Evals.Themes;

/// <summary>How well groups agree with classes.</summary>
/// <param name="Precision">B-cubed (Bagga and Baldwin 1998): of a quote's group, the share of its class; the mean over quotes.</param>
/// <param name="Recall">Of its class, the share that is in its group.</param>
/// <param name="AdjustedRand">Hubert and Arabie 1985: pairs that agree, 0 by chance, 1 at best.</param>
public sealed record GroupingScore(string Name, int Groups, double Precision, double Recall, double AdjustedRand)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

public static class ScoreGrouping
{
    /// <param name="groups">One for each item, in the order of the classes.</param>
    public static GroupingScore Of(string name, IReadOnlyList<string> groups, IReadOnlyList<string> classes)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(classes);
        var (bySize, byClass) = (groups.CountBy(group => group).ToDictionary(), classes.CountBy(label => label).ToDictionary());
        var cells = groups.Zip(classes).CountBy(cell => cell).ToDictionary();
        double n = groups.Count;
        var together = cells.Values.Sum(Pairs);
        var (inGroups, inClasses) = (bySize.Values.Sum(Pairs), byClass.Values.Sum(Pairs));
        var chance = inGroups * inClasses / Pairs(groups.Count);
        return new GroupingScore(
            name, bySize.Count,
            cells.Sum(cell => cell.Value * (double)cell.Value / bySize[cell.Key.First]) / n,
            cells.Sum(cell => cell.Value * (double)cell.Value / byClass[cell.Key.Second]) / n,
            (together - chance) / (((inGroups + inClasses) / 2) - chance));
    }

    private static double Pairs(int items) => items * (items - 1.0) / 2;
}
