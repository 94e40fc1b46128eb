using System.Text.Json.Serialization;

namespace InterviewAgent.Accounts;

/// <summary>What the buyer was promised, or how "done" was defined, with its date and source.</summary>
public sealed class Promise
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AccountId { get; init; }

    /// <summary>The customer's own identifier; unique within the account.</summary>
    public required string ExternalId { get; set; }
    public required string Text { get; set; }
    public PromiseKind Kind { get; set; }

    /// <summary>The customer's own name for the work, used as {task} in questions; null: unknown.</summary>
    public string? Workflow { get; set; }
    public DateOnly? On { get; set; }
    public string? Source { get; set; }
}

[JsonConverter(typeof(JsonStringEnumConverter<PromiseKind>))]
public enum PromiseKind
{
    [JsonStringEnumMemberName("outcome")] Outcome,
    [JsonStringEnumMemberName("criterion")] Criterion,
}
