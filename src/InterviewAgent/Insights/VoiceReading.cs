namespace InterviewAgent.Insights;

/// <summary>What was last read of an account: pages show it. Out of date while the account has an <see cref="Accounts.OutdatedAccount"/>.</summary>
public sealed class VoiceReading
{
    /// <summary>The key: one reading an account.</summary>
    public Guid AccountId { get; init; }
    public DateTimeOffset At { get; set; }

    /// <summary>JSON of <see cref="AccountReading"/>; ids and numbers, no words.</summary>
    public required string Reading { get; set; }
}
