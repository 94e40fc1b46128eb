namespace InterviewAgent.Insights;

/// <summary>
/// The flags that a week has room for. Each CS manager has the same budget; what they closed since Monday has used some of it. The
/// order is DESIGN.md's, so a smaller budget is a higher threshold: what waits has fewer kinds with quotes than what is shown.
/// <code>budget 2; A. Lind owns 4 open flags and closed 1 this week; M. Rossi owns 1: shown are A. Lind's first and M. Rossi's, 3 wait</code>
/// </summary>
public static class FlagBudget
{
    /// <summary>Silent before loud, then kinds with quotes, then people, then newest; kinds are counted, never weighed against each other.</summary>
    public static IReadOnlyList<OpenFlagFacts> InOrder(IEnumerable<OpenFlagFacts> open) =>
        [.. open.OrderBy(flag => flag.Kind == FlagKind.SilentSufferer ? 0 : 1)
            .ThenByDescending(flag => flag.QuotedKinds).ThenByDescending(flag => flag.People)
            .ThenByDescending(flag => flag.OpenedAt).ThenBy(flag => flag.Id)];

    /// <param name="open">Flags without an outcome, in any order.</param>
    /// <param name="closedThisWeek">Owners of the flags that got their outcome since Monday, one entry a flag; null: nobody's.</param>
    /// <param name="perManager">Flags a manager can take in a week.</param>
    public static WeekOfFlags Of(IEnumerable<OpenFlagFacts> open, IEnumerable<string?> closedThisWeek, int perManager)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(closedThisWeek);
        ArgumentOutOfRangeException.ThrowIfNegative(perManager);
        var taken = closedThisWeek.GroupBy(owner => owner ?? "").ToDictionary(owner => owner.Key, owner => owner.Count());
        List<OpenFlagFacts> shown = [], waiting = [];
        foreach (var flag in InOrder(open))
        {
            var owner = flag.Owner ?? "";
            var before = taken.GetValueOrDefault(owner);
            (before < perManager ? shown : waiting).Add(flag);
            taken[owner] = before + 1;
        }
        return new WeekOfFlags(shown, waiting);
    }

    /// <summary>Monday of that day's week, at midnight UTC.</summary>
    public static DateTimeOffset WeekOf(DateTimeOffset now)
    {
        var day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }
}

/// <summary>What decides a flag's place, and what is counted of it.</summary>
/// <param name="Owner">The CS manager who takes it; flags without one share one budget.</param>
/// <param name="QuotedKinds">Kinds of evidence with quotes.</param>
/// <param name="People">The most that any one kind counts.</param>
public sealed record OpenFlagFacts(Guid Id, FlagKind Kind, string? Owner, DateTimeOffset OpenedAt, int QuotedKinds, int People)
{
    public Guid AccountId { get; init; }

    /// <summary>As <see cref="Flag.Speakers"/>.</summary>
    public int Speakers { get; init; }
}

/// <summary>Both lists in order.</summary>
public sealed record WeekOfFlags(IReadOnlyList<OpenFlagFacts> Shown, IReadOnlyList<OpenFlagFacts> Waiting);
