namespace InterviewAgent.Privacy.Staff.ApiKeys;

/// <summary>What a request with an Idempotency-Key was answered, kept for a day: the same request again gets the same answer and does nothing.</summary>
public sealed class ApiReply
{
    public Guid KeyId { get; init; }
    public required string IdempotencyKey { get; init; }

    /// <summary>SHA-256 of method, address and body, hex: another request under the same key is a mistake of the caller's.</summary>
    public required string RequestHash { get; init; }

    /// <summary>Null while the first one is being done.</summary>
    public int? Status { get; set; }
    public string? Body { get; set; }
    public DateTimeOffset At { get; init; }
}
