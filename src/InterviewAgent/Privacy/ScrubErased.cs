using InterviewAgent.Jobs;
using InterviewAgent.Privacy.Erasures;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy;

/// <summary>
/// What respondents deleted themselves is noted outside of the store, and its bytes are driven out of the store's files: soon after, and
/// once after each start. A minute later once more, for what was made of the words (themes, readings) is worked out again in between.
/// </summary>
public sealed class ScrubErased(InterviewAgentDb db, KeepErasures keep, LastScrub last, TimeProvider clock) : ISweep
{
    private static readonly TimeSpan Late = TimeSpan.FromDays(1);

    public async Task<int> Run(CancellationToken cancellation)
    {
        var now = (await db.Tombstones.CountAsync(cancellation), await db.ErasedSentences.CountAsync(cancellation));
        if (now == last.Erased && !last.Again)
        {
            return 0;
        }
        var again = now != last.Erased;
        await EraseLateCalls(cancellation);
        if (!await keep.Run(cancellation))
        {
            return 0; // A reader holds the log: the next run tries again.
        }
        (last.Erased, last.Again) = (now, again);
        return 1;
    }

    /// <summary>
    /// Where several write at once, a call that a model answered in the very moment of the erasure may have been stored without either having
    /// seen the other.
    /// </summary>
    private async Task EraseLateCalls(CancellationToken cancellation)
    {
        var since = clock.GetUtcNow() - Late;
        var calls = db.ModelCalls.Where(call => call.At >= since && call.InterviewId != null);
        await calls.Where(call => db.Tombstones.Any(stone => stone.RespondentId == call.RespondentId && stone.InterviewId == call.InterviewId)).ExecuteDeleteAsync(cancellation);
        await calls.Where(call => call.Request != null && db.ErasedSentences.Any(gone => gone.InterviewId == call.InterviewId && gone.At >= call.At))
            .ExecuteUpdateAsync(row => row.SetProperty(call => call.Request, (string?)null).SetProperty(call => call.Answer, (string?)null)
                .SetProperty(call => call.Why, (string?)null), cancellation);
    }
}

/// <summary>How many erasures of persons and interviews, and of sentences, had happened when the files were last scrubbed.</summary>
public sealed class LastScrub
{
    internal (int Stones, int Sentences) Erased { get; set; }
    internal bool Again { get; set; }
}
