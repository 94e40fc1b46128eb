namespace InterviewAgent.Accounts;

/// <summary>
/// Who is asked when. Two panels, so that people are asked again (a trend needs that) and never twice within
/// <see cref="CheckInOptions.LeastDaysBetween"/> days, while the account is heard at every checkpoint. Pure.
/// </summary>
public static class CheckInPlan
{
    /// <summary>Check-ins of one person that belong on the plan on a day and are not there yet.</summary>
    /// <param name="signedOn">The contract signature, day 0.</param>
    /// <param name="known">All check-ins this person has, past and planned, whatever came of them.</param>
    public static IEnumerable<CheckIn> Missing(
        DateOnly signedOn, Respondent person, IReadOnlyCollection<CheckIn> known, CheckInOptions options, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(options);
        List<DateOnly> asked = [.. known.SelectMany(Days)];
        foreach (var checkpoint in Enum.GetValues<Checkpoint>())
        {
            var due = signedOn.AddDays(checkpoint.Days());
            if (options.Asks(person.Role, person.Panel, checkpoint)
                && today >= due.AddDays(-options.DaysAhead) && today <= due.AddDays(options.DaysLate)
                && known.All(checkIn => checkIn.Checkpoint != checkpoint))
            {
                // Made late, it is due today: nobody can be asked in the past.
                var day = due < today ? today : due;
                if (asked.TrueForAll(other => Math.Abs(other.DayNumber - day.DayNumber) >= options.LeastDaysBetween))
                {
                    asked.Add(day);
                    yield return new CheckIn
                    {
                        AccountId = person.AccountId, RespondentId = person.Id, Checkpoint = checkpoint, Due = day,
                    };
                }
            }
        }
    }

    // A person was asked on the day it was due, and spoke on the day it was completed.
    private static IEnumerable<DateOnly> Days(CheckIn checkIn) =>
        new[] { checkIn.InvitedAt, checkIn.CompletedAt }.OfType<DateTimeOffset>()
            .Select(time => DateOnly.FromDateTime(time.UtcDateTime)).Append(checkIn.Due);
}
