using InterviewAgent.Jobs;
using InterviewAgent.Privacy.Erasures;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy;

/// <summary>
/// What respondents deleted themselves is noted outside of the store, and its bytes are driven out of the store's files: soon after, and
/// once after each start.
/// </summary>
public sealed class ScrubErased(InterviewAgentDb db, KeepErasures keep, LastScrub last) : ISweep
{
    public async Task<int> Run(CancellationToken cancellation)
    {
        var stones = await db.Tombstones.CountAsync(cancellation) + await db.ErasedSentences.CountAsync(cancellation);
        if (stones == last.Tombstones)
        {
            return 0;
        }
        await keep.Run(cancellation);
        last.Tombstones = stones;
        return 1;
    }
}

/// <summary>How many erasures had happened when the files were last scrubbed.</summary>
public sealed class LastScrub
{
    internal int Tombstones { get; set; }
}
