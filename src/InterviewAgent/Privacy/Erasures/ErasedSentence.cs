namespace InterviewAgent.Privacy.Erasures;

/// <summary>Remembers that a piece of an answer was deleted, by its place; the words are gone.</summary>
public sealed class ErasedSentence
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RespondentId { get; init; }
    public Guid InterviewId { get; init; }
    public Guid TurnId { get; init; }
    public int Start { get; init; }
    public int Length { get; init; }
    public DateTimeOffset At { get; init; }
}
