namespace InterviewAgent.Interviewing.Delivery;

/// <summary>A claimed row with all that its sending needs: where to, and the words as they stand now.</summary>
/// <param name="Id">Of the outbox row.</param>
/// <param name="Notice">Name of the notice; null when it is a turn.</param>
/// <param name="TraceParent">Of the turn: its sending belongs to the trace of the answer before it.</param>
/// <param name="Claim">By which what becomes of it is noted.</param>
public sealed record OutgoingMessage(Guid Id, Conversation To, OutgoingTurn? Turn, string? Notice, string? TraceParent = null, Guid Claim = default);

/// <summary>An interviewer's turn for the respondent's own conversation.</summary>
/// <param name="Current">Nothing was said after it: what it offers can still be tapped.</param>
public sealed record OutgoingTurn(Guid InterviewId, Guid CheckInId, int N, MoveKind Move, string Text, Offer Offer, bool Current);

public enum DeliveryOutcome
{
    Sent,

    /// <summary>It may have arrived.</summary>
    Unknown,

    /// <summary>It did not arrive and is sent later.</summary>
    Later,

    /// <summary>It did not arrive and never will; the conversation itself is well.</summary>
    Refused,

    /// <summary>As refused, and nothing more is sent to this conversation until it is heard from again.</summary>
    Stopped,
}

/// <summary>What became of one message.</summary>
/// <param name="MessageId">The outbox row.</param>
/// <param name="ActivityId">The channel's id of what was sent; null where it gave none.</param>
/// <param name="After">With <see cref="DeliveryOutcome.Later"/>: not before this has passed; null: as the number of attempts says.</param>
public sealed record Delivered(
    Guid MessageId, DeliveryOutcome Outcome, string? Why = null, string? ActivityId = null, TimeSpan? After = null)
{
    /// <summary>That of the message: a row that was claimed by somebody else since then is left to them.</summary>
    public Guid Claim { get; init; }
}
