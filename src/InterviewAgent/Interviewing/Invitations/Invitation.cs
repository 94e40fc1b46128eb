namespace InterviewAgent.Interviewing.Invitations;

/// <summary>
/// One message that asks a person to a check-in. There is one row for each check-in and kind, which is what makes it go out once; it
/// is written before anything is sent and says how far the sending got.
/// </summary>
public sealed class Invitation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CheckInId { get; init; }
    public Guid AccountId { get; init; }
    public Guid RespondentId { get; init; }
    public InvitationKind Kind { get; init; }

    /// <summary>Changes when the channel is gone before anything was sent.</summary>
    public InvitationChannel Channel { get; set; }
    public InvitationState State { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not to be taken up before; after a failure that may pass it moves on.</summary>
    public DateTimeOffset NextAt { get; set; }
    public int Attempts { get; set; }

    /// <summary>Who took it up, and until when they are believed to be alive. Only the holder may move it on.</summary>
    public Guid? ClaimedBy { get; set; }
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>The start of the operating system under which it was claimed; null where the system does not say.</summary>
    public string? ClaimedBoot { get; set; }

    /// <summary>When the other side acknowledged it.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The personal link in it.</summary>
    public Guid? LinkId { get; set; }

    /// <summary>The address it went to.</summary>
    public string? Address { get; set; }

    /// <summary>Why it was refused or has to wait, as a status: "550 5.1.1". Never the other side's words, which may name a person.</summary>
    public string? Refusal { get; set; }
}

public enum InvitationKind { Invitation, Reminder1, Reminder2 }

public enum InvitationChannel { Mail, Teams }

public enum InvitationState
{
    /// <summary>Wants to be sent from <see cref="Invitation.NextAt"/> on.</summary>
    Queued,

    /// <summary>A process is about to send it and has given nothing away yet; if it dies, the row is queued again. If the whole
    /// system dies, what came after the claim may not have reached the disk, and the outcome is unknown.</summary>
    Claimed,

    /// <summary>Written immediately before the one step that gives it away. From here on it is sent again only if the
    /// other side says that it did not take it.</summary>
    Sending,
    Sent,

    /// <summary>The process died, or the line broke, between that step and the acknowledgement. Counts as sent; a reminder follows.</summary>
    Unknown,

    /// <summary>Refused for good.</summary>
    Refused,

    /// <summary>No longer wanted when its turn came: answered, declined or stopped meanwhile.</summary>
    Withdrawn,
}
