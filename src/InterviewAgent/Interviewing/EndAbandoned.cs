using InterviewAgent.Accounts;
using InterviewAgent.Jobs;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing;

/// <summary>
/// Ends interviews whose respondent answered and then left without a word: nobody is asked for their check-in any more
/// (<see cref="CheckInOptions.DaysOpen"/>), and nothing was said for a week. What they said is analysed as after a stop, and what they chose to
/// delete is deleted. Who comes back by their link all the same goes on where they left.
/// </summary>
public sealed class EndAbandoned(InterviewAgentDb db, IOptions<CheckInOptions> options, TimeProvider clock) : ISweep
{
    private const int Batch = 500;
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(7);

    public async Task<int> Run(CancellationToken cancellation)
    {
        var left = await Left().OrderBy(interview => interview.Id).Select(interview => interview.Id).Take(Batch).ToListAsync(cancellation);
        await EachAlone.Do(left, id => db.Whole(() => End(id, cancellation), cancellation));
        return left.Count;
    }

    private async Task End(Guid id, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await Left().Include(held => held.Choices).SingleOrDefaultAsync(held => held.Id == id, cancellation) is not { } interview)
        {
            return;
        }
        var now = clock.GetUtcNow();
        await EraseSentences.Run(db, id, interview.Choices, interview.Visibility, now, cancellation);
        (interview.Status, interview.AnalysedAt) = (InterviewStatus.BrokenOff, null);
        interview.Version++;
        (await db.CheckIns.SingleAsync(checkIn => checkIn.Id == interview.CheckInId, cancellation)).BrokeOffAt ??= now;
        OutdatedAccount.Mark(db, interview.AccountId);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    internal IQueryable<Interview> Left()
    {
        var now = clock.GetUtcNow();
        var (earliest, since) = (DateOnly.FromDateTime(now.UtcDateTime).AddDays(-options.Value.DaysOpen), now - Quiet);
        return db.Interviews.Where(interview => (interview.Status == InterviewStatus.Open || interview.Status == InterviewStatus.Paused)
            && db.CheckIns.Any(checkIn => checkIn.Id == interview.CheckInId && checkIn.Due < earliest
                && checkIn.FirstAnswerAt != null && checkIn.CompletedAt == null && checkIn.DeclinedAt == null)
            && interview.Turns.Any() && !interview.Turns.Any(turn => turn.At > since));
    }
}
