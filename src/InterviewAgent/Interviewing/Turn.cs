using System.Text.Json.Serialization;

namespace InterviewAgent.Interviewing;

[JsonConverter(typeof(JsonStringEnumConverter<Speaker>))]
public enum Speaker
{
    [JsonStringEnumMemberName("interviewer")] Interviewer,
    [JsonStringEnumMemberName("participant")] Participant,
}

/// <summary>
/// One thing said. The words are readable inside the library only (<c>internal</c>): everything that shows a
/// respondent's words outside goes through Privacy.
/// </summary>
public sealed class Turn
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid InterviewId { get; init; }

    /// <summary>1, 2, 3 … within the interview, without gaps.</summary>
    public int N { get; init; }
    public Speaker Speaker { get; init; }
    public required string Text { internal get; init; }
    public DateTimeOffset? At { get; init; }

    /// <summary>The channel's id of a respondent's message; unique within the interview. A repeat changes nothing.</summary>
    public string? MessageId { get; init; }

    /// <summary>The channel's own envelope of a respondent's message (JSON), kept for its echo. It holds the words, so it is guarded like them.</summary>
    public string? Envelope { internal get; init; }

    /// <summary>Participant turns: the number of the earlier turn that this one is the corrected form of; null for a message of its own.</summary>
    public int? Corrects { get; init; }

    /// <summary>Interviewer turns: which move this was.</summary>
    public MoveKind? Move { get; init; }

    /// <summary>Guide topic and question this turn asks (interviewer) or answers (participant).</summary>
    public string? Topic { get; init; }
    public string? Question { get; init; }

    /// <summary>Participant turns: what the rules read it as.</summary>
    public Intent? Intent { get; init; }

    /// <summary>Interviewer turns: what may be tapped, and the read-back's sentences (JSON of <see cref="Offer"/>). Guarded like the words.</summary>
    public string? Offer { internal get; init; }

    /// <summary>Where the trace of the answer goes on that this turn is, or replies to (<see cref="Telemetry.Spans.Here"/>); null: nobody listened.</summary>
    public string? TraceParent { get; init; }
}
