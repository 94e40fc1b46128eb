using System.Text.Encodings.Web;
using System.Text.Json;
using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Privacy;

/// <summary>The document that a person gets of what is kept of them. Times are UTC.</summary>
public sealed record RespondentExport(
    string Format, DateTimeOffset MadeAt, ExportedPerson Person, IReadOnlyList<ExportedInterview> Interviews, IReadOnlyList<ExportedCheckIn> CheckIns,
    IReadOnlyList<ExportedConsent> Consents, IReadOnlyList<ExportedMessage> Invitations, IReadOnlyList<ExportedConversation> Conversations,
    IReadOnlyList<ExportedModelCall> ModelCalls)
{
    public const string Version = "interview-agent respondent 1";

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <summary>As the file that the person is given: indented, letters of any script as they are.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Indented);
}

public sealed record ExportedPerson(
    Guid Id, string Account, string ExternalId, string? Name, Role Role, string? Title, string? Email, string? DirectoryId, string Language,
    string TimeZone, DateTimeOffset? NoContactFrom);

/// <param name="Visibility">What was chosen for all sentences; <paramref name="Choices"/> are the exceptions.</param>
public sealed record ExportedInterview(
    Guid Id, Checkpoint Checkpoint, DateOnly HeldOn, string Channel, string Language, InterviewStatus Status, Visibility Visibility, int? Sentiment,
    IReadOnlyList<ExportedTurn> Turns, IReadOnlyList<ExportedChoice> Choices, IReadOnlyList<ExportedFinding> Findings, IReadOnlyList<ExportedReading> Readings)
{
    internal static ExportedInterview From(Interview interview, IEnumerable<Finding> findings, IEnumerable<Reading> readings)
    {
        var turns = interview.Turns.ToDictionary(turn => turn.Id);
        return new(
            interview.Id, interview.Checkpoint, interview.HeldOn, interview.Channel, interview.Language, interview.Status, interview.Visibility, interview.Sentiment,
            [.. interview.Turns.OrderBy(turn => turn.N).Select(turn => new ExportedTurn(turn.N, turn.Speaker, turn.Text, turn.At))],
            [.. interview.Choices.Select(choice => new ExportedChoice(Cut(turns, choice.TurnId, choice.Start, choice.Length), choice.Visibility))],
            [.. findings.Select(finding => new ExportedFinding(finding.Code, finding.Severity, finding.Status, finding.Origin, finding.SetAside,
                [.. finding.Quotes.Select(quote => Cut(turns, quote.TurnId, quote.Start, quote.Length))]))],
            [.. readings.Where(reading => reading.Value is not null).Select(reading => new ExportedReading(reading.Dimension, reading.Value!.Value,
                reading.TurnId is { } turn ? Cut(turns, turn, reading.Start, reading.Length) : null))]);
    }

    private static string Cut(Dictionary<Guid, Turn> turns, Guid turnId, int start, int length) =>
        turns.TryGetValue(turnId, out var turn) && start >= 0 && start + length <= turn.Text.Length ? turn.Text.Substring(start, length) : "";
}

public sealed record ExportedTurn(int N, Speaker Speaker, string Text, DateTimeOffset? At);

public sealed record ExportedChoice(string Words, Visibility Visibility);

public sealed record ExportedFinding(string Code, int? Severity, CommitmentStatus? Status, string Origin, bool SetAside, IReadOnlyList<string> Quotes);

public sealed record ExportedReading(ReadingDimension Dimension, double Value, string? Words);

public sealed record ExportedCheckIn(
    Checkpoint Checkpoint, DateOnly Due, DateTimeOffset? InvitedAt, DateTimeOffset? OpenedAt, DateTimeOffset? ConsentedAt, DateTimeOffset? FirstAnswerAt,
    DateTimeOffset? BrokeOffAt, DateTimeOffset? CompletedAt, DateTimeOffset? DeclinedAt);

/// <param name="Text">What was agreed to, word for word; null: it was agreed to before texts were kept, and the interview has been deleted since.</param>
public sealed record ExportedConsent(Guid Interview, DateTimeOffset At, string TextHash, string? Text);

public sealed record ExportedMessage(string Kind, string Channel, string State, DateTimeOffset CreatedAt, DateTimeOffset? SentAt, string? Address);

public sealed record ExportedConversation(string Channel, string? Tenant, string? User, string? DirectoryUser, DateTimeOffset? HeardAt, DateTimeOffset? StoppedAt);

/// <param name="Request">As it was sent: personal data masked.</param>
public sealed record ExportedModelCall(DateTimeOffset At, string Provider, string Model, string Prompt, string Outcome, string? Request, string? Answer);
