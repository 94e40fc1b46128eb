using InterviewAgent.Accounts;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy;

/// <summary>
/// Removes everything of one person: their row, check-ins, links, consents, interviews and all that was derived from them. A
/// tombstone stays, so that no running analysis, import or restored backup brings it back.
/// </summary>
public sealed class EraseRespondent(InterviewAgentDb db, TimeProvider clock)
{
    /// <summary>False: no such person, or erased before. The bytes are gone from the store's files when this returns.</summary>
    /// <param name="who">Who asked for it, for the audit.</param>
    public async Task<bool> Run(Guid respondentId, string who, CancellationToken cancellation = default)
    {
        // What they say in this very moment goes too.
        if (!await db.Whole(() => Once(respondentId, who, cancellation), cancellation))
        {
            return false;
        }
        await db.ForgetErased(cancellation);
        return true;
    }

    private async Task<bool> Once(Guid respondentId, string who, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone($"respondent {respondentId:N}", cancellation);
        if (await db.Respondents.SingleOrDefaultAsync(person => person.Id == respondentId, cancellation) is not { } respondent)
        {
            return false;
        }
        var now = clock.GetUtcNow();
        var held = await db.Interviews.Where(interview => interview.RespondentId == respondentId).ToListAsync(cancellation);
        foreach (var interview in held)
        {
            await EraseInterview.Run(db, interview, who, now, cancellation);
        }
        await db.ModelCalls.Where(call => call.RespondentId == respondentId).ExecuteDeleteAsync(cancellation);
        await db.TotalsMembers.Where(member => member.RespondentId == respondentId).ExecuteDeleteAsync(cancellation); // The count they were in stays as it was shown.
        await db.ApiReplies.ExecuteDeleteAsync(cancellation); // Kept for a day at most, and nobody knows whom they name.
        await db.Consents.Where(consent => consent.RespondentId == respondentId).ExecuteDeleteAsync(cancellation);
        await EraseArrivals.Of(db, respondentId, marksToo: true, cancellation);
        await db.Conversations.Where(place => place.RespondentId == respondentId).ExecuteDeleteAsync(cancellation); // And all that was to be sent there.
        db.Tombstones.Add(new Tombstone { RespondentId = respondentId, At = now });
        db.Audit.Add(new AuditEntry { At = now, Who = who, Did = "erased a respondent", Subject = respondentId });
        db.Respondents.Remove(respondent); // Takes check-ins, links and interviews with it.
        OutdatedAccount.Mark(db, respondent.AccountId);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
