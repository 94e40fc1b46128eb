namespace InterviewAgent.Webhooks;

/// <summary>
/// One event for one address: written with its cause in one transaction, and sent until it is taken. Whoever claims it holds it until
/// <see cref="ClaimedUntil"/>; a claim that ran out was left behind by a death, and the event is sent again under its one id.
/// </summary>
public sealed class WebhookDelivery
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid WebhookId { get; init; }

    /// <summary>The same for every address and every attempt: by it a receiver knows a copy.</summary>
    public Guid EventId { get; init; }
    public required string Type { get; init; }

    /// <summary>JSON object of ids, counts and a place; no words of respondents and no names of them.</summary>
    public required string Data { get; init; }

    /// <summary>The interview that it tells of, with which it goes; null: none.</summary>
    public Guid? InterviewId { get; init; }
    public DateTimeOffset At { get; init; }
    public DeliveryState State { get; set; }
    public DateTimeOffset NextAt { get; set; }
    public int Attempts { get; set; }
    public Guid? ClaimedBy { get; set; }
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>When it was taken, or given up.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>"204", "no answer": a status, never the other side's words.</summary>
    public string? LastAnswer { get; set; }
}

public enum DeliveryState
{
    Queued,
    Claimed,
    Sent,

    /// <summary>Not taken within about a day: a dead letter, kept for <see cref="ReplayDeliveries"/>.</summary>
    Dead,
}
