using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy.Erasures;

/// <summary>Copies what was erased from the store to the list outside of it, and drives its bytes out of the store's files.</summary>
public sealed class KeepErasures
{
    private readonly InterviewAgentDb db;
    private readonly ErasedFile file;

    internal KeepErasures(InterviewAgentDb db, ErasedFile file) => (this.db, this.file) = (db, file);

    /// <summary>False: a reader holds the store's log, and bytes of what was erased are still in it. Run it again.</summary>
    public async Task<bool> Run(CancellationToken cancellation = default)
    {
        await file.Append(await Stored(db, cancellation), cancellation);
        return await db.ForgetErased(cancellation);
    }

    internal static async Task<IReadOnlySet<Erasure>> Stored(InterviewAgentDb db, CancellationToken cancellation)
    {
        var stones = await db.Tombstones.AsNoTracking().Select(stone => new { stone.RespondentId, stone.InterviewId }).ToListAsync(cancellation);
        var sentences = await db.ErasedSentences.AsNoTracking()
            .Select(gone => new { gone.RespondentId, gone.InterviewId, gone.TurnId, gone.Start, gone.Length }).ToListAsync(cancellation);
        return stones.Select(stone => new Erasure(stone.RespondentId, stone.InterviewId))
            .Concat(sentences.Select(gone => new Erasure(gone.RespondentId, gone.InterviewId, gone.TurnId, gone.Start, gone.Length))).ToHashSet();
    }
}
