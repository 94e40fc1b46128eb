namespace InterviewAgent.LanguageModels;

/// <summary>The audit row of one call, retries included: what was asked, what came back, what it cost.</summary>
public sealed class ModelCall
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public DateTimeOffset At { get; init; }
    public ModelRole Role { get; init; }
    public required string Provider { get; init; }
    public required string Model { get; init; }
    public required string PromptName { get; init; }
    public required string PromptHash { get; init; }
    public string? GuideVersion { get; init; }
    public string? RulesVersion { get; init; }
    public Guid? AccountId { get; init; }
    public Guid? RespondentId { get; init; }
    public Guid? InterviewId { get; init; }
    public int? TurnN { get; init; }

    /// <summary>
    /// What was sent (JSON, personal data masked) and what came back as it was. Masked or not, they are a respondent's words: they are read
    /// inside the library only. Null: erased, or nothing was sent or came.
    /// </summary>
    public string? Request { internal get; init; }
    public string? Answer { internal get; init; }

    /// <summary>The name of the <see cref="ModelOutcome"/>, and why.</summary>
    public required string Outcome { get; init; }
    public string? Why { get; init; }
    public int Attempts { get; init; }
    public int TokensIn { get; init; }
    public int TokensCached { get; init; }
    public int TokensOut { get; init; }

    /// <summary>Millionths of the settings' currency.</summary>
    public long CostMicros { get; init; }
    public int Milliseconds { get; init; }
}
