using InterviewAgent.Jobs;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy;

/// <summary>Drives the bytes of what respondents deleted themselves out of the store's files, soon after, and once after each start.</summary>
public sealed class ScrubErased(InterviewAgentDb db, LastScrub last) : ISweep
{
    public async Task<int> Run(CancellationToken cancellation)
    {
        var stones = await db.Tombstones.CountAsync(cancellation);
        if (stones == last.Tombstones)
        {
            return 0;
        }
        await db.ForgetErased(cancellation);
        last.Tombstones = stones;
        return 1;
    }
}

/// <summary>How many erasures had happened when the files were last scrubbed.</summary>
public sealed class LastScrub
{
    internal int Tombstones { get; set; }
}
