using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using InterviewAgent.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy;

/// <summary>
/// Removes everything that was said in one interview and what was derived from it, and leaves a tombstone. The row of
/// the interview and its check-in stay, so that nobody is asked again for what they took back. Runs in the caller's transaction.
/// </summary>
public static class EraseInterview
{
    /// <param name="who">Who asked for it, for the audit.</param>
    public static async Task Run(InterviewAgentDb db, Interview interview, string who, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(interview);
        var id = interview.Id;
        await db.SearchableQuotes.Where(quote => quote.InterviewId == id).ExecuteDeleteAsync(cancellation);
        await db.Findings.Where(finding => finding.InterviewId == id).SelectMany(finding => finding.Quotes).ExecuteDeleteAsync(cancellation);
        await db.Findings.Where(finding => finding.InterviewId == id).ExecuteDeleteAsync(cancellation);
        await db.Readings.Where(reading => reading.InterviewId == id).ExecuteDeleteAsync(cancellation);
        await db.TurnSentiments.Where(sentiment => sentiment.InterviewId == id).ExecuteDeleteAsync(cancellation);
        await db.PersonVoices.Where(voice => voice.RespondentId == interview.RespondentId).ExecuteDeleteAsync(cancellation); // Of what is left of them it is made anew.
        await EraseFromDigests.Run(db, id, now, cancellation);
        await ForgetEvents.Of(db, id, cancellation);
        await db.VisibilityChoices.Where(choice => choice.InterviewId == id).ExecuteDeleteAsync(cancellation);
        await db.Drafts.Where(draft => draft.InterviewId == id).ExecuteDeleteAsync(cancellation);
        await db.Escalations.Where(escalation => escalation.InterviewId == id).ExecuteDeleteAsync(cancellation);
        await db.Outbox.Where(message => message.InterviewId == id).ExecuteDeleteAsync(cancellation);
        await db.ModelCalls.Where(call => call.InterviewId == id).ExecuteDeleteAsync(cancellation);
        await EraseArrivals.Of(db, interview.RespondentId, marksToo: false, cancellation);
        await db.ErasedSentences.Where(gone => gone.InterviewId == id).ExecuteDeleteAsync(cancellation); // The stone below says it of all of them.
        await db.Turns.Where(turn => turn.InterviewId == id).ExecuteDeleteAsync(cancellation);
        await db.TotalsMembers.Where(member => member.RespondentId == interview.RespondentId
            && !db.Findings.Any(finding => finding.RespondentId == member.RespondentId && finding.Code == member.Code)).ExecuteDeleteAsync(cancellation);
        await db.Interviews.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(held => held.Sentiment, (int?)null)
            .SetProperty(held => held.ModelCodingOwedSince, (DateTimeOffset?)null).SetProperty(held => held.ModelCoding, (string?)null), cancellation);
        db.Tombstones.Add(new Tombstone { RespondentId = interview.RespondentId, InterviewId = id, At = now });
        db.Audit.Add(new AuditEntry { At = now, Who = who, Did = "deleted an interview", Subject = id });
        OutdatedAccount.Mark(db, interview.AccountId);
    }
}
