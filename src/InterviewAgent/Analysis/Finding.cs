using System.Text.Json.Serialization;

namespace InterviewAgent.Analysis;

/// <summary>One code of the codebook found in one interview, with the quotes it rests on.</summary>
public sealed class Finding
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AccountId { get; init; }
    public Guid RespondentId { get; init; }
    public Guid InterviewId { get; init; }
    public FindingKind Kind { get; init; }

    /// <summary>A code of prompts/codebook.yaml, such as "technical.data".</summary>
    public required string Code { get; init; }

    /// <summary>Frictions: 1 an annoyance, 2 slows or narrows the use, 3 blocks it or endangers the renewal.</summary>
    public int? Severity { get; init; }
    public CommitmentStatus? Status { get; init; }

    /// <summary>"built-in" or the model's name.</summary>
    public required string Origin { get; init; }

    /// <summary>True: another coder's findings count for this interview; these are kept beside them, for researchers only.</summary>
    public bool SetAside { get; init; }

    /// <summary>False: the coder offered a quote that is not in the transcript; shown to researchers only.</summary>
    public bool Verified { get; init; }

    /// <summary>Which entry or feature made it, for the sceptic.</summary>
    public string? Because { get; init; }
    public List<Quote> Quotes { get; } = [];
}

/// <summary>Where a finding's words stand: characters of a participant's turn. Shown words are always cut from the transcript.</summary>
public sealed class Quote
{
    public Guid FindingId { get; init; }
    public Guid TurnId { get; init; }
    public int Start { get; init; }
    public int Length { get; init; }
}

public enum FindingKind { Friction, Drift, Evidence, Commitment }

[JsonConverter(typeof(JsonStringEnumConverter<CommitmentStatus>))]
public enum CommitmentStatus
{
    [JsonStringEnumMemberName("done")] Done,
    [JsonStringEnumMemberName("made")] Made,
    [JsonStringEnumMemberName("vague")] Vague,
    [JsonStringEnumMemberName("broken")] Broken,
}
