using System.Text.Json.Serialization;

namespace InterviewAgent.Accounts;

/// <summary>One week of product usage; weeks are counted from the signature, the first is 1.</summary>
public sealed class UsageWeek
{
    public Guid AccountId { get; init; }
    public int Week { get; init; }
    public int ActiveUsers { get; set; }
    public int Logins { get; set; }
    public int KeyActions { get; set; }
}

/// <summary>What the customer's own dashboard said of the account on a day.</summary>
public sealed class HealthReading
{
    public Guid AccountId { get; init; }
    public DateOnly On { get; init; }
    public HealthStatus Status { get; set; }
}

[JsonConverter(typeof(JsonStringEnumConverter<HealthStatus>))]
public enum HealthStatus
{
    [JsonStringEnumMemberName("green")] Green,
    [JsonStringEnumMemberName("yellow")] Yellow,
    [JsonStringEnumMemberName("red")] Red,
}
