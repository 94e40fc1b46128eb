namespace InterviewAgent.Interviewing.Delivery;

/// <summary>
/// One thing to be sent to a conversation: a turn of an interview, or a fixed notice by its name. Written in the transaction
/// of what it tells; the words stay in the turn.
/// </summary>
public sealed class OutboxMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ConversationId { get; init; }

    /// <summary>Which turn; both null for a notice. A turn goes to a conversation once.</summary>
    public Guid? InterviewId { get; init; }
    public int? TurnN { get; init; }

    /// <summary>Name of a text in prompts/channels/notices.yaml.</summary>
    public string? Notice { get; init; }

    /// <summary>Answers nobody: of those a whole tenant gets only so many a second. A reply is paced by the answer before it.</summary>
    public bool Proactive { get; init; }
    public OutboxState State { get; set; }
    public int Attempts { get; set; }

    /// <summary>When it was written, which is the order of sending within a conversation.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Not before then.</summary>
    public DateTimeOffset NextAt { get; set; }

    /// <summary>Whose sending it is, or was last; a new one with each claim. Only its holder notes what became of it.</summary>
    public Guid? Claim { get; set; }

    /// <summary>While <see cref="OutboxState.Sending"/>: after that its sender is taken for dead and the outcome for unknown.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The channel's id of what was sent: a card is refreshed in place by it.</summary>
    public string? ChannelActivityId { get; set; }

    /// <summary>Why it was refused or put off, one word: "blocked", "gone", "superseded", "throttled" …</summary>
    public string? Why { get; set; }

    internal static OutboxMessage OfTurn(Guid conversationId, Turn turn, bool proactive, DateTimeOffset now) => new()
    {
        ConversationId = conversationId, InterviewId = turn.InterviewId, TurnN = turn.N, Proactive = proactive, At = now, NextAt = now,
    };

    /// <summary>A fixed text, by its name in prompts/channels/notices.yaml.</summary>
    public static OutboxMessage OfNotice(Guid conversationId, string notice, DateTimeOffset now) => new()
    {
        ConversationId = conversationId, Notice = notice, Proactive = true, At = now, NextAt = now,
    };
}

public enum OutboxState
{
    Pending,

    /// <summary>Claimed by a sender until its lease ends.</summary>
    Sending,
    Sent,

    /// <summary>It may have arrived or not. Never sent again by itself: the pending question is shown on the next contact.</summary>
    Unknown,

    /// <summary>It did not arrive and will not be sent.</summary>
    Refused,
}
