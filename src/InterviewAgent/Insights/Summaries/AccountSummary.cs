using InterviewAgent.Accounts;

namespace InterviewAgent.Insights.Summaries;

/// <summary>
/// One account as lists and sums over accounts show it: numbers and days, no words. Kept in the transaction that reads the account, so that a list of
/// ten thousand accounts reads ten thousand rows and none of what was said. Goes with the account.
/// </summary>
public sealed class AccountSummary
{
    public Guid AccountId { get; init; }

    /// <summary>The newest status of the account's own dashboard, and its day; null: none was imported.</summary>
    public HealthStatus? Health { get; set; }
    public DateOnly? HealthOn { get; set; }

    /// <summary>Mean of each person's newest readings, 0 to 4; null: none. It places a mark and opens no flag.</summary>
    public double? Level { get; set; }

    /// <summary>People heard, completed interviews, and all that may be opened, broken off ones too. What is kept to totals is in none.</summary>
    public int People { get; set; }
    public int Interviews { get; set; }
    public int ToRead { get; set; }
    public DateOnly? LastHeardOn { get; set; }

    /// <summary>Its open flag; of two the silent one. Null: none.</summary>
    public FlagKind? Flag { get; set; }
    public Guid? FlagId { get; set; }
}
