namespace InterviewAgent.Accounts;

/// <summary>One person's turn to be heard at one checkpoint, and how far it got: the row the silence ledger reads.</summary>
public sealed class CheckIn
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AccountId { get; init; }
    public Guid RespondentId { get; init; }
    public Checkpoint Checkpoint { get; init; }
    public DateOnly Due { get; set; }
    public DateTimeOffset? InvitedAt { get; set; }
    public DateTimeOffset? OpenedAt { get; set; }
    public DateTimeOffset? ConsentedAt { get; set; }
    public DateTimeOffset? FirstAnswerAt { get; set; }

    /// <summary>Stopped by the respondent, or left, after the first answer and before the end.</summary>
    public DateTimeOffset? BrokeOffAt { get; set; }
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>A right, and never evidence.</summary>
    public DateTimeOffset? DeclinedAt { get; set; }

    /// <summary>"Not now": nothing is sent about this check-in before.</summary>
    public DateTimeOffset? PausedUntil { get; set; }

    /// <summary>When it is next considered whether to write about it; null: never again. What is found by this index is what costs.</summary>
    public DateTimeOffset? AskAt { get; set; } = DateTimeOffset.MinValue;
}
