namespace InterviewAgent.Interviewing;

/// <summary>One person's personal door to one check-in. The token itself is signed and never stored.</summary>
public sealed class Link
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CheckInId { get; init; }
    public Guid RespondentId { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>HMAC of the code that connects a chat with this respondent, and until when it holds; null when none is out.</summary>
    public string? PairingHash { get; set; }
    public DateTimeOffset? PairingUntil { get; set; }

    /// <summary>HMAC of the code that makes another device trusted; null when none is out.</summary>
    public string? CodeHash { get; set; }

    /// <summary>When the present window of codes and tries began; it decides when a code expires.</summary>
    public DateTimeOffset? CodeFrom { get; set; }

    /// <summary>Codes sent and wrong codes entered within the window.</summary>
    public int CodesSent { get; set; }
    public int CodeTries { get; set; }
}
