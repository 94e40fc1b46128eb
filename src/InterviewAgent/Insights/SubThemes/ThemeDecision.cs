namespace InterviewAgent.Insights.SubThemes;

/// <summary>What a person decided about a theme; of one kind the newest holds (of splits, each word's). Every later reading and rebuild keeps to it.</summary>
public sealed class ThemeDecision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public DateTimeOffset At { get; init; }
    public required string Who { get; init; }
    public required string Code { get; init; }
    public required string Term { get; init; }
    public ThemeDecisionKind Kind { get; init; }

    /// <summary>Rename: the name. Merge: the term that takes its quotes. Split: the term that makes a theme of its own. Null: taken back.</summary>
    public string? Value { get; init; }
}

public enum ThemeDecisionKind { Rename, Merge, Split, Archive }
