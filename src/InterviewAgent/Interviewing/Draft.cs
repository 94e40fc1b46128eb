namespace InterviewAgent.Interviewing;

/// <summary>Words that were about to be shown, with the verdict of the gate; kept for each interviewer turn. They may quote the respondent.</summary>
public sealed class Draft
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid InterviewId { get; init; }

    /// <summary>The turn this was drafted for.</summary>
    public int TurnN { get; init; }
    public required string Text { internal get; init; }

    /// <summary>"template", "twin" (the template without slots), "question" (the pending question alone) or a model's name.</summary>
    public required string Source { get; init; }

    /// <summary>Ids of broken rules, blocking and counted ones, separated by spaces; empty when clean.</summary>
    public required string Breaches { get; init; }
    public bool Shown { get; init; }
    public DateTimeOffset At { get; init; }
}
