using InterviewAgent.Jobs;
using InterviewAgent.Privacy.Erasures;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy;

/// <summary>
/// What respondents deleted themselves is noted outside of the store, and its bytes are driven out of the store's files: soon after, and
/// once after each start. A minute later once more, for what was made of the words (themes, readings) is worked out again in between.
/// </summary>
public sealed class ScrubErased(InterviewAgentDb db, KeepErasures keep, LastScrub last) : ISweep
{
    public async Task<int> Run(CancellationToken cancellation)
    {
        var now = (await db.Tombstones.CountAsync(cancellation), await db.ErasedSentences.CountAsync(cancellation));
        if (now == last.Erased && !last.Again)
        {
            return 0;
        }
        var again = now != last.Erased;
        if (!await keep.Run(cancellation))
        {
            return 0; // A reader holds the log: the next run tries again.
        }
        (last.Erased, last.Again) = (now, again);
        return 1;
    }
}

/// <summary>How many erasures of persons and interviews, and of sentences, had happened when the files were last scrubbed.</summary>
public sealed class LastScrub
{
    internal (int Stones, int Sentences) Erased { get; set; }
    internal bool Again { get; set; }
}
