using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy;

/// <summary>
/// What may be counted beside an account: the same rule as the words themselves, as a query, so that a count never tells what a
/// quote may not. The words still go through <see cref="ReadQuotes"/>.
/// </summary>
public static class OpenWords
{
    /// <summary>An invitation older than this without a first answer is silence; younger ones may be on their way.</summary>
    public const int QuietAfterDays = 7;

    private static readonly Visibility[] Strict = [Visibility.TotalsOnly, Visibility.Delete];

    /// <summary>Ended interviews whose respondent did not keep everything to totals.</summary>
    public static IQueryable<Interview> Interviews(InterviewAgentDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Interviews.AsNoTracking().Where(interview =>
            (interview.Status == InterviewStatus.Analysed || interview.Status == InterviewStatus.AwaitingAnalysis
                || interview.Status == InterviewStatus.BrokenOff)
            && !Strict.Contains(interview.Visibility));
    }

    /// <summary>Verified findings with at least one quote that no strict choice touches.</summary>
    public static IQueryable<Finding> Findings(InterviewAgentDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        var open = Interviews(db);
        return db.Findings.AsNoTracking().Where(finding =>
            finding.Verified && !finding.SetAside
            && open.Any(interview => interview.Id == finding.InterviewId)
            && finding.Quotes.Any(quote => !db.VisibilityChoices.Any(choice => choice.TurnId == quote.TurnId
                && choice.Start < quote.Start + quote.Length && quote.Start < choice.Start + choice.Length
                && Strict.Contains(choice.Visibility))));
    }

    /// <summary>Readings of open interviews whose words are open too; a mean over turns rests on all of them.</summary>
    public static IQueryable<Reading> Readings(InterviewAgentDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        var open = Interviews(db);
        return db.Readings.AsNoTracking().Where(reading =>
            open.Any(interview => interview.Id == reading.InterviewId)
            && (reading.TurnId != null || !db.VisibilityChoices.Any(choice => choice.InterviewId == reading.InterviewId && Strict.Contains(choice.Visibility)))
            && !db.VisibilityChoices.Any(choice => choice.TurnId == reading.TurnId
                && choice.Start < reading.Start + reading.Length && reading.Start < choice.Start + choice.Length
                && Strict.Contains(choice.Visibility)));
    }

    /// <summary>Places of quotes that no strict choice touches.</summary>
    public static IQueryable<Quote> Quotes(InterviewAgentDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<Quote>().AsNoTracking().Where(quote => !db.VisibilityChoices.Any(choice => choice.TurnId == quote.TurnId
            && choice.Start < quote.Start + quote.Length && quote.Start < choice.Start + choice.Length && Strict.Contains(choice.Visibility)));
    }

    /// <summary>People whose newest invitation has had no first answer. Declining is a right and is not silence.</summary>
    public static IQueryable<CheckIn> Quiet(InterviewAgentDb db, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(db);
        var before = now.AddDays(-QuietAfterDays);
        return db.CheckIns.AsNoTracking().Where(checkIn => checkIn.InvitedAt < before
            && checkIn.FirstAnswerAt == null && checkIn.CompletedAt == null && checkIn.DeclinedAt == null
            && !db.CheckIns.Any(later => later.RespondentId == checkIn.RespondentId && later.Due > checkIn.Due && later.InvitedAt != null));
    }
}
