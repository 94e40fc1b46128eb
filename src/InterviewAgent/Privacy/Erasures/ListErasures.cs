using InterviewAgent.Jobs;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy.Erasures;

/// <summary>
/// Keeps this server's list of erasures whole, whichever server erased: the list lies on the server's own disk, and a restored backup is erased again by
/// the list of whoever starts first.
/// </summary>
internal sealed class ListErasures(InterviewAgentDb db, ErasedFile file, LastListed last) : ISweep
{
    public async Task<int> Run(CancellationToken cancellation)
    {
        var now = (await db.Tombstones.CountAsync(cancellation), await db.ErasedSentences.CountAsync(cancellation));
        if (now == last.Erased)
        {
            return 0;
        }
        await file.Append(await KeepErasures.Stored(db, cancellation), cancellation);
        last.Erased = now;
        return 1;
    }
}

/// <summary>How many erasures of persons and interviews, and of sentences, this server's list has taken in.</summary>
internal sealed class LastListed
{
    public (int Stones, int Sentences) Erased { get; set; }
}
