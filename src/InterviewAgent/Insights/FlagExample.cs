using System.Text.Json.Serialization;

namespace InterviewAgent.Insights;

/// <summary>
/// A leader's word that an account should, or should not, have been flagged as it stood on a day. It holds nothing of what was said: the
/// account is read again as of that day, so that what was erased since is not in it.
/// </summary>
public sealed class FlagExample
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AccountId { get; init; }

    /// <summary>What was known at the end of this day counts.</summary>
    public DateOnly AsOf { get; init; }
    public FlagExpectation Expected { get; set; }
    public required string SaidBy { get; set; }
    public DateTimeOffset SaidAt { get; set; }
}

[JsonConverter(typeof(JsonStringEnumConverter<FlagExpectation>))]
public enum FlagExpectation
{
    [JsonStringEnumMemberName("should")] Should,
    [JsonStringEnumMemberName("should-not")] ShouldNot,
}
