using InterviewAgent.Insights;

namespace InterviewAgent.Evals.Thresholds;

/// <summary>One invented account from its signature to two weeks after month 5.</summary>
/// <param name="Onset">Day since the signature from which it suffers; null: it does not.</param>
/// <param name="Voice">Everything of its five months and a half; <see cref="Until"/> cuts it to what is known on a day.</param>
public sealed record SimulatedAccount(AccountKind Kind, int? Onset, AccountVoice Voice)
{
    /// <summary>Days that an account is watched: month 5 is counted as day 150, and answers come for two weeks.</summary>
    public const int Days = 164;

    /// <summary>The days on which something new is known, in order.</summary>
    public IEnumerable<int> NewsOn() => Voice.Interviews.Select(interview => Day(interview.HeldOn))
        .Concat(Voice.Usage.Select(week => 7 * week.Week)).Concat(Voice.CheckIns.Select(checkIn => Day(checkIn.Due) + Answered))
        .Where(day => day <= Days).Distinct().Order();

    public AccountVoice Until(int day)
    {
        var today = Voice.ContractSignedOn.AddDays(day);
        return Voice with
        {
            Health = [.. Voice.Health.Where(health => health.On <= today)],
            Usage = [.. Voice.Usage.Where(week => 7 * week.Week <= day)],
            Interviews = [.. Voice.Interviews.Where(interview => interview.HeldOn <= today)],
            CheckIns = [.. Voice.CheckIns.Where(checkIn => checkIn.Due.AddDays(Answered) <= today)],
        };
    }

    /// <summary>Days after which an unanswered invitation is silence.</summary>
    private const int Answered = 14;

    private int Day(DateOnly date) => date.DayNumber - Voice.ContractSignedOn.DayNumber;
}
