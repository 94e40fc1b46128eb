using InterviewAgent.Accounts;

namespace InterviewAgent.Insights.Summaries;

/// <summary>
/// How much of one person is heard: what an <see cref="AccountSummary"/> is the sum of, so that a view may ask for one role. Numbers and days, no words; kept
/// with the summary. Goes with the person, and with an interview that they take back.
/// </summary>
public sealed class PersonVoice
{
    public Guid RespondentId { get; init; }
    public Guid AccountId { get; init; }
    public Role Role { get; set; }

    /// <summary>Interviews that may be opened, and of them the completed ones.</summary>
    public int ToRead { get; set; }
    public int Interviews { get; set; }
    public DateOnly? LastHeardOn { get; set; }

    /// <summary>Readings of the newest interview on the scale of 0 to 4, and how many they are.</summary>
    public double Sum { get; set; }
    public int Readings { get; set; }

    /// <summary>When the newest invitation went out, where nothing has come back and it was not declined; from when on that is silence depends on the day.</summary>
    public DateTimeOffset? UnansweredSince { get; set; }
}
