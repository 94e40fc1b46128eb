using InterviewAgent.Accounts;

namespace InterviewAgent.Interviewing.Invitations;

/// <summary>
/// Decides who is asked now. Nobody is asked twice within the least days between two check-ins, of an account only a share within seven
/// days, each check-in gets two reminders at most, and nothing is sent outside a person's working hours. Pure.
/// </summary>
public sealed class BurdenGovernor(InvitationOptions options, CheckInOptions plan)
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);
    private readonly SendingHours hours = new(options);

    /// <summary>One decision for each candidate, longest due first.</summary>
    /// <param name="candidates">Of each account that occurs, all that are to be looked at now: the share is fair among those.</param>
    public IReadOnlyList<Decision> Decide(
        IEnumerable<Candidate> candidates, IReadOnlyDictionary<Guid, AccountBurden> burdens, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(burdens);
        return [.. candidates.OrderBy(candidate => candidate.Due).ThenBy(candidate => candidate.CheckInId)
            .Select(candidate => Alone(candidate, now)).GroupBy(decision => decision.Candidate.AccountId)
            .SelectMany(account => Share([.. account], burdens[account.Key], now))
            .OrderBy(decision => decision.Candidate.Due).ThenBy(decision => decision.Candidate.CheckInId)];
    }

    /// <summary>What speaks against asking this person, whatever their colleagues are asked.</summary>
    private Decision Alone(Candidate candidate, DateTimeOffset now)
    {
        var (zone, today) = (candidate.TimeZone, SendingHours.LocalDay(candidate.TimeZone, now));
        if (candidate.Closed is { } closed)
        {
            return new(candidate, null, closed, null);
        }
        if (today > candidate.Due.AddDays(plan.DaysOpen))
        {
            return new(candidate, null, Reason.Overdue, null);
        }
        if (today < candidate.Due)
        {
            return new(candidate, null, Reason.NotYetDue, hours.Opening(zone, candidate.Due));
        }
        if (candidate.OnItsWay)
        {
            return new(candidate, null, Reason.OnItsWay, now + Soon);
        }
        if (candidate.InvitedAt is not null && !candidate.Asked.Contains(InvitationKind.Invitation))
        {
            return new(candidate, null, Reason.InvitedByHand, null);
        }
        if (candidate.PausedUntil > now)
        {
            return new(candidate, null, Reason.Paused, hours.NextOpen(zone, candidate.PausedUntil.Value));
        }
        if (!candidate.Reachable)
        {
            return new(candidate, null, Reason.Unreachable, hours.Opening(zone, today.AddDays(1)));
        }
        if (candidate.OtherAsked?.AddDays(plan.LeastDaysBetween) is { } rested && rested > now)
        {
            return new(candidate, null, Reason.AskedLately, hours.NextOpen(zone, rested));
        }
        return Next(candidate) is not var (kind, from) ? new(candidate, null, Reason.RemindersUsed, null)
            : from > now ? new(candidate, null, Reason.ReminderLater, from)
            : !hours.IsOpen(zone, now) ? new(candidate, null, Reason.OutsideHours, hours.NextOpen(zone, now))
            : new(candidate, kind, Reason.Ask, now + Soon);
    }

    /// <summary>The next message of a check-in and the time from which it may go; null when there is none left.</summary>
    private (InvitationKind Kind, DateTimeOffset From)? Next(Candidate candidate)
    {
        if (candidate.InvitedAt is not { } invited)
        {
            return candidate.Asked.Contains(InvitationKind.Invitation) ? null : (InvitationKind.Invitation, DateTimeOffset.MinValue);
        }
        foreach (var (kind, days) in new[] { (InvitationKind.Reminder1, options.FirstReminder), (InvitationKind.Reminder2, options.SecondReminder) })
        {
            if (days > 0 && !candidate.Asked.Contains(kind))
            {
                return (kind, hours.AfterWorkingDays(candidate.TimeZone, invited, days));
            }
        }
        return null;
    }

    /// <summary>Of those who may be invited, as many as the account's share has room for: the side that was asked less first.</summary>
    private IEnumerable<Decision> Share(List<Decision> account, AccountBurden burden, DateTimeOffset now)
    {
        HashSet<Guid> chosen = [.. account.Where(decision => decision.Ask is not (null or InvitationKind.Invitation)).Select(decision => decision.Candidate.RespondentId)];
        var asked = new Dictionary<Side, int> { [Side.Buyer] = burden.BuyersAsked, [Side.User] = burden.UsersAsked };
        var waiting = account.Where(decision => decision.Ask == InvitationKind.Invitation).ToList();
        foreach (var decision in account.Except(waiting))
        {
            yield return decision;
        }
        for (var room = Math.Max(1, (int)(burden.People * options.AccountShare)) - burden.BuyersAsked - burden.UsersAsked; waiting.Count > 0;)
        {
            var next = waiting.MinBy(decision => asked[decision.Candidate.Side])!;
            waiting.Remove(next);
            var candidate = next.Candidate;
            if (chosen.Contains(candidate.RespondentId))
            {
                yield return next with { Ask = null, Reason = Reason.AskedLately, LookAgain = hours.NextOpen(candidate.TimeZone, now.AddDays(plan.LeastDaysBetween)) };
            }
            else if (room <= 0)
            {
                var tomorrow = SendingHours.LocalDay(candidate.TimeZone, now).AddDays(1);
                yield return next with { Ask = null, Reason = Reason.AccountShare, LookAgain = hours.Opening(candidate.TimeZone, tomorrow) };
            }
            else
            {
                room--;
                asked[candidate.Side]++;
                chosen.Add(candidate.RespondentId);
                yield return next;
            }
        }
    }
}
