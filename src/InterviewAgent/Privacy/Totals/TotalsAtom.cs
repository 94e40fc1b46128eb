namespace InterviewAgent.Privacy.Totals;

/// <summary>
/// Some people who say one thing in words that they keep to totals, counted together once and for all. An atom is never split, never changed and
/// never counted in part: every count that is ever shown is a sum of whole atoms, so nothing smaller than an atom can be worked out.
/// </summary>
public sealed class TotalsAtom
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Code { get; init; }

    /// <summary>The segment all of them are in; null: counted in the whole portfolio only.</summary>
    public string? Segment { get; init; }

    /// <summary>Monday of the week in which it was released.</summary>
    public DateOnly Week { get; init; }
    public int People { get; init; }
    public int Accounts { get; init; }
}

/// <summary>Who is in an atom, so that nobody is counted twice for a code. Read by the release alone; goes with the person.</summary>
public sealed class TotalsMember
{
    public required string Code { get; init; }
    public Guid RespondentId { get; init; }
    public Guid AtomId { get; init; }
}

/// <summary>A week whose release is done.</summary>
public sealed class TotalsWeek
{
    public DateOnly Monday { get; init; }
}
