using System.Text.Json;
using System.Text.Json.Serialization;
using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Evals.Scorers;

/// <summary>An account journey with labels, as <c>gold</c> (an expert's) or <c>findings</c> (a coder's). Optional parts may be missing.</summary>
public sealed record LabelledJourney(string Id, IReadOnlyList<LabelledInterview>? Interviews, AccountLabels? Gold, AccountLabels? Findings)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public AccountLabels? Labels => Findings ?? Gold;

    /// <exception cref="JsonException">Not a journey.</exception>
    public static LabelledJourney Parse(string line) =>
        JsonSerializer.Deserialize<LabelledJourney>(line, Options) ?? throw new JsonException("null is not a journey");

    /// <summary>Reads one journey a line.</summary>
    /// <exception cref="InvalidDataException">Names file, line and reason.</exception>
    public static IEnumerable<LabelledJourney> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var line = 0;
        foreach (var text in File.ReadLines(path))
        {
            line++;
            if (string.IsNullOrWhiteSpace(text)) continue;
            LabelledJourney? journey;
            try { journey = JsonSerializer.Deserialize<LabelledJourney>(text, Options); }
            catch (JsonException error) { throw new InvalidDataException($"{path} line {line}: {error.Message}", error); }
            yield return journey ?? throw new InvalidDataException($"{path} line {line}: null is not a journey");
        }
    }
}

public sealed record LabelledInterview(
    string Id, Checkpoint Checkpoint, LabelledParticipant Participant, IReadOnlyList<LabelledTurn> Turns, InterviewLabels? Gold, InterviewLabels? Findings)
{
    [JsonIgnore] public InterviewLabels? Labels => Findings ?? Gold;

    public Transcript Transcript() => new(Id, Participant.Role, Checkpoint, [.. Turns.Select(turn => new TranscriptTurn(turn.N, turn.Speaker, turn.Text))]);
}

public sealed record LabelledParticipant(Role Role);

public sealed record LabelledTurn(int N, Speaker Speaker, string Text);

public sealed record InterviewLabels(
    IReadOnlyList<Label>? Frictions, IReadOnlyList<Label>? Drift, IReadOnlyList<Label>? Evidence, IReadOnlyList<Label>? Commitments, SentimentLabels? Sentiment,
    IReadOnlyList<ReadingLabel>? Readings = null)
{
    /// <summary>All labels with the kind they stand under.</summary>
    public IEnumerable<(FindingKind Kind, Label Label)> All() =>
        Of(FindingKind.Friction, Frictions).Concat(Of(FindingKind.Drift, Drift)).Concat(Of(FindingKind.Evidence, Evidence)).Concat(Of(FindingKind.Commitment, Commitments));

    private static IEnumerable<(FindingKind, Label)> Of(FindingKind kind, IReadOnlyList<Label>? labels) => (labels ?? []).Select(label => (kind, label));
}

public sealed record Label(string Code, int? Severity, CommitmentStatus? Status, IReadOnlyList<LabelQuote>? Quotes);

/// <summary>A dimension with its value as <c>analyze</c> writes it.</summary>
public sealed record ReadingLabel(string Dimension, double Value);

public sealed record LabelQuote(int Turn, string Text);

public sealed record SentimentLabels(int Overall, IReadOnlyList<TurnLabel>? Turns);

public sealed record TurnLabel(int Turn, int Value);

public sealed record AccountLabels(bool SilentSufferer, bool AtRisk, string? DriftFrom, string? Why);
