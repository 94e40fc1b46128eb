namespace InterviewAgent.Privacy;

/// <summary>That a respondent agreed, when, and to which text.</summary>
public sealed class Consent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RespondentId { get; init; }
    public Guid InterviewId { get; init; }

    /// <summary>The version agreed to: SHA-256 of the consent turn as shown, <see cref="Consents.ConsentVersion.Hash"/>.</summary>
    public required string TextHash { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>Remembers that something of a respondent was erased, so that no running job or restored backup brings it back.</summary>
public sealed class Tombstone
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RespondentId { get; init; }

    /// <summary>The erased interview; null: all of them.</summary>
    public Guid? InterviewId { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>Who looked at or changed what; never the words.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public DateTimeOffset At { get; init; }
    public required string Who { get; init; }
    public required string Did { get; init; }
    public Guid? Subject { get; init; }
}
