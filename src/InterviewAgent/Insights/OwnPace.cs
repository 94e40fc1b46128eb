using InterviewAgent.Accounts;

namespace InterviewAgent.Insights;

/// <summary>
/// A person's last check-in against their own before: words an answer, and days from the invitation to the first answer. People
/// differ by a factor of ten in both, so nobody is compared with anybody else.
/// </summary>
public static class OwnPace
{
    /// <summary>One line a person with at least two interviews, in the order of the roles.</summary>
    public static IReadOnlyList<PaceChange> Of(IReadOnlyCollection<HeardPace> heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        return [.. heard.Where(pace => pace.WordsPerAnswer.Count > 0).GroupBy(pace => (pace.Person, pace.Role))
            .Select(person => Change(person.Key.Role, [.. person.OrderBy(pace => pace.HeldOn)])).OfType<PaceChange>()
            .OrderBy(change => change.Role).ThenBy(change => change.On)];
    }

    private static PaceChange? Change(Role role, IReadOnlyList<HeardPace> own)
    {
        if (own.Count < 2)
        {
            return null;
        }
        var before = own.SkipLast(1).ToList();
        double[] waited = [.. before.Select(pace => pace.DaysToAnswer).OfType<double>()];
        return new PaceChange(
            role, own[^1].HeldOn, Median([.. own[^1].WordsPerAnswer.Select(words => (double)words)]),
            Median([.. before.SelectMany(pace => pace.WordsPerAnswer).Select(words => (double)words)]),
            own[^1].DaysToAnswer, waited.Length == 0 ? null : Median(waited));
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>One interview's answers.</summary>
/// <param name="WordsPerAnswer">Words of each answer that may be read; empty: none.</param>
/// <param name="DaysToAnswer">From the invitation to the first answer; null: not known.</param>
public sealed record HeardPace(string Person, Role Role, DateOnly HeldOn, IReadOnlyList<int> WordsPerAnswer, double? DaysToAnswer);

/// <summary>Medians of the last interview and of all before it.</summary>
public sealed record PaceChange(Role Role, DateOnly On, double Words, double WordsBefore, double? Days, double? DaysBefore)
{
    /// <summary>0.5: answers half as long as this person's were. Null: nothing to compare with.</summary>
    public double? Length => WordsBefore > 0 ? Words / WordsBefore : null;
}
