using InterviewAgent.Accounts;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing.Invitations;

/// <summary>Asks once more when a row's turn to be sent has come: hours may have passed since it was decided.</summary>
internal sealed class StillWanted(IOptions<InvitationOptions> options, IOptions<CheckInOptions> plan)
{
    private readonly SendingHours hours = new(options.Value);

    /// <summary>True when it may go now; else the row says what became of it.</summary>
    public bool Now(Invitation row, CheckIn checkIn, Respondent person, DateTimeOffset now)
    {
        if (checkIn is not { CompletedAt: null, DeclinedAt: null, BrokeOffAt: null } || person.NoContactFrom is not null
            || SendingHours.LocalDay(person.TimeZone, now) > checkIn.Due.AddDays(plan.Value.DaysOpen))
        {
            row.State = InvitationState.Withdrawn;
            return false;
        }
        var from = checkIn.PausedUntil > now ? checkIn.PausedUntil.Value : now;
        row.NextAt = hours.NextOpen(person.TimeZone, from);
        return row.NextAt <= now;
    }
}
