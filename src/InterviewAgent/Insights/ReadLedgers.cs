using InterviewAgent.Accounts;
using InterviewAgent.Analysis.Promises;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights;

/// <summary>Reads the ledgers of one account. Every query is bounded by the account; nothing is stored, so nothing can be out of date.</summary>
public sealed class ReadLedgers(InterviewAgentDb db, GatherVoices gather, ReadAnswersOf answers, TimeProvider clock)
{
    /// <summary>Null: no such account.</summary>
    public async Task<AccountLedgers?> Of(Guid accountId, CancellationToken cancellationToken = default)
    {
        var account = await db.Accounts.AsNoTracking().Include(row => row.Promises).Include(row => row.Respondents)
            .AsSplitQuery().SingleOrDefaultAsync(row => row.Id == accountId, cancellationToken);
        if (account is null || (await gather.Of([accountId], cancellationToken)).SingleOrDefault() is not { } voice)
        {
            return null;
        }
        var heard = await answers.Account(account, cancellationToken);
        var invited = await db.CheckIns.AsNoTracking()
            .Where(checkIn => checkIn.AccountId == accountId && checkIn.InvitedAt != null && checkIn.FirstAnswerAt != null)
            .Join(db.Interviews, checkIn => checkIn.Id, interview => interview.CheckInId,
                (checkIn, interview) => new { interview.Id, Invited = checkIn.InvitedAt!.Value, First = checkIn.FirstAnswerAt!.Value })
            .ToDictionaryAsync(row => row.Id, row => (row.First - row.Invited).TotalDays, cancellationToken);
        return new AccountLedgers(
            account.Promises.ToDictionary(promise => promise.Id, promise => PromiseLedger.Of(Words(promise, heard, voice), voice.Interviews)),
            CommitmentLadder.Of(voice, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)), OldWorkflow.Of(voice),
            ReadinessCard.Of(voice, AgreedAtStart.From(account.Promises, account.Respondents)), TimeToFirstValue.Of(voice),
            DepthOfUse.Of(voice, account.Seats), SilenceLedger.Of(voice), OwnPace.Of(Pace(voice, heard, invited)), EnoughVoice.Of(voice));
    }

    /// <summary>Of one interview the sentence that is most surely about it; an interview kept to totals is not in the voice and has none.</summary>
    private static IReadOnlyCollection<PromiseWord> Words(Promise promise, AnswersOfAccount heard, AccountVoice voice)
    {
        var open = voice.Interviews.ToDictionary(interview => interview.Id);
        return [.. heard.Said.Where(said => said.PromiseId == promise.Id && open.ContainsKey(said.InterviewId.ToString()))
            .GroupBy(said => said.InterviewId).Select(interview => interview.MaxBy(said => said.Score)!)
            .Select(said => new PromiseWord(
                said.InterviewId.ToString(), said.RespondentId.ToString(), open[said.InterviewId.ToString()].Role, said.On, said.State,
                said.Words.TurnId, said.Words.Start, said.Words.Length))];
    }

    private static IReadOnlyCollection<HeardPace> Pace(AccountVoice voice, AnswersOfAccount heard, Dictionary<Guid, double> days)
    {
        var lengths = heard.Lengths.ToLookup(length => length.InterviewId.ToString(), length => length.Words);
        return [.. voice.Interviews.Select(interview => new HeardPace(
            interview.Person, interview.Role, interview.HeldOn, [.. lengths[interview.Id]],
            days.TryGetValue(Guid.Parse(interview.Id), out var waited) ? waited : null))];
    }
}
