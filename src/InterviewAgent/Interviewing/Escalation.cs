namespace InterviewAgent.Interviewing;

/// <summary>Something that a named human must look at (R24): distress, harassment, a legal threat, a security incident.</summary>
public sealed class Escalation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid InterviewId { get; init; }
    public Guid RespondentId { get; init; }
    public Guid TurnId { get; init; }
    public required string Reason { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? ResolvedAt { get; set; }
}
