using InterviewAgent.Accounts;

namespace InterviewAgent.Interviewing;

/// <summary>One check-in interview. What was said is in <see cref="Turns"/>, which are appended and never overwritten.</summary>
public sealed class Interview
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CheckInId { get; init; }
    public Guid AccountId { get; init; }
    public Guid RespondentId { get; init; }

    /// <summary>Identifier in the imported record; null for interviews held here.</summary>
    public string? ExternalId { get; init; }
    public Checkpoint Checkpoint { get; init; }
    public DateOnly HeldOn { get; init; }
    public InterviewOrigin Origin { get; init; }
    public required string Channel { get; init; }

    /// <summary>
    /// The conversation in which the respondent was last heard, to which the next turn is sent; null: the web chat, which shows
    /// every turn anyway, or a conversation that was stopped.
    /// </summary>
    public Guid? ConversationId { get; set; }
    public string Language { get; init; } = "en";

    /// <summary>Guide id, and the SHA-256 of its file; imported interviews have none.</summary>
    public string? GuideId { get; init; }
    public string? GuideHash { get; init; }
    public string? RulesVersion { get; init; }

    /// <summary>Decides the order of the balanced pair and every other alternation, so that a run can be repeated.</summary>
    public int Seed { get; init; }
    public InterviewStatus Status { get; set; }

    /// <summary>What the respondent chose for all their sentences; per-sentence choices are in <see cref="Choices"/>.</summary>
    public Privacy.Visibility Visibility { get; set; } = Privacy.Visibility.AccountOnly;

    /// <summary>When findings were last written, and the speaker's feeling over the whole interview (-2 to 2); null: not analysed yet.</summary>
    public DateTimeOffset? AnalysedAt { get; set; }
    public int? Sentiment { get; set; }

    /// <summary>
    /// A model is to code it too: since when. The row waits while a provider is down. Null: not wanted, or done, and then
    /// <see cref="ModelCoding"/> says how: "Coded", or why the built-in coder's findings stand ("Refused", "Invalid" …).
    /// </summary>
    public DateTimeOffset? ModelCodingOwedSince { get; set; }
    public string? ModelCoding { get; set; }

    /// <summary>Who has given it to a model, and until when they are believed to be alive: no other one asks and pays for the same meanwhile.</summary>
    public Guid? ModelCodingBy { get; set; }
    public DateTimeOffset? ModelCodingUntil { get; set; }

    /// <summary>
    /// An answer is stored and its reply, which a model words, is not: since when. The mark survives a crash; whoever finds it finishes the
    /// reply, once. Null: nothing is owed.
    /// </summary>
    public DateTimeOffset? ReplyOwedSince { get; set; }

    /// <summary>Optimistic concurrency: of two writers the loser reloads.</summary>
    public int Version { get; set; }

    public List<Turn> Turns { get; } = [];
    public List<VisibilityChoice> Choices { get; } = [];
}

public enum InterviewOrigin { Held, Imported }

public enum InterviewStatus
{
    /// <summary>Created; the consent question is asked and not answered.</summary>
    Consenting,
    Open,

    /// <summary>"Later": goes on by the same link.</summary>
    Paused,

    /// <summary>The consent question was answered with no.</summary>
    Declined,

    /// <summary>
    /// Stopped by the respondent before the end, for good, or left (<see cref="EndAbandoned"/>); what was said is analysed, which
    /// <see cref="Interview.AnalysedAt"/> tells.
    /// </summary>
    BrokenOff,

    /// <summary>Ended; the row the analysis job looks for.</summary>
    AwaitingAnalysis,
    Analysed,
}

/// <summary>The respondent's choice for one sentence that was read back: characters of a turn.</summary>
public sealed class VisibilityChoice
{
    public Guid InterviewId { get; init; }
    public Guid TurnId { get; init; }
    public int Start { get; init; }
    public int Length { get; init; }
    public Privacy.Visibility Visibility { get; set; }
}
