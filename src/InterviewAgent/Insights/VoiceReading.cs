namespace InterviewAgent.Insights;

/// <summary>What was last read of an account, and what it was read from: pages show it, and the sweep sees that it is out of date.</summary>
public sealed class VoiceReading
{
    /// <summary>The key: one reading an account.</summary>
    public Guid AccountId { get; init; }
    public DateTimeOffset At { get; set; }

    /// <summary>JSON of <see cref="AccountReading"/>; ids and numbers, no words.</summary>
    public required string Reading { get; set; }

    /// <summary>Ended interviews, and the sum of their versions: a choice, a new coding or a removal changes one of them.</summary>
    public int Interviews { get; set; }
    public long Versions { get; set; }

    /// <summary>Health readings, all usage added up, and steps taken in the invitations.</summary>
    public int HealthReadings { get; set; }
    public long Usage { get; set; }
    public int Steps { get; set; }
}

/// <summary>The same figures as they are now.</summary>
internal sealed record VoiceBasis
{
    public Guid AccountId { get; init; }
    public int Interviews { get; init; }
    public long Versions { get; init; }
    public int HealthReadings { get; init; }
    public long Usage { get; init; }
    public int Steps { get; init; }
}
