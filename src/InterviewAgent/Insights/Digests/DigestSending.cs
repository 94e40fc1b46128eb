namespace InterviewAgent.Insights.Digests;

/// <summary>
/// One digest to one address. There is one row for each address and week, which is what makes it go out once; it is written before anything is sent
/// and says how far the sending got (as <see cref="Interviewing.Invitations.Invitation"/> does).
/// </summary>
public sealed class DigestSending
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid DigestId { get; init; }
    public DateOnly Week { get; init; }
    public DigestChannel Channel { get; init; }

    /// <summary>The mail address in lower case; for Teams the name of the place, never its address, which is a key.</summary>
    public required string Address { get; init; }
    public SendingState State { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset NextAt { get; set; }
    public int Attempts { get; set; }
    public Guid? ClaimedBy { get; set; }
    public DateTimeOffset? ClaimedUntil { get; set; }
    public string? ClaimedBoot { get; set; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>A status, never the other side's words.</summary>
    public string? Refusal { get; set; }
}

public enum DigestChannel { Mail, Teams }

public enum SendingState
{
    Queued,

    /// <summary>Taken up, and nothing given away.</summary>
    Claimed,

    /// <summary>Written immediately before it is given away; never sent again unless the other side says that it did not take it.</summary>
    Sending,
    Sent,

    /// <summary>Given away, and no answer: counts as sent.</summary>
    Unknown,
    Refused,

    /// <summary>Unsubscribed before its turn came.</summary>
    Withdrawn,
}

/// <summary>An address that wants no more digests.</summary>
public sealed class DigestRefusal
{
    public required string Address { get; init; }
    public DateTimeOffset At { get; init; }
}
