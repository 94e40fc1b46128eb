namespace InterviewAgent.Interviewing;

/// <summary>One person's personal door to one check-in. The token itself is signed and never stored.</summary>
public sealed class Link
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CheckInId { get; init; }
    public Guid RespondentId { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }
}
