using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Storage.Servers;

/// <summary>Counts in the store how often something was used in this minute, so that a limit holds over all servers together.</summary>
public sealed class CountUses(IDbContextFactory<InterviewAgentDb> factory, TimeProvider clock)
{
    private const int MinutesKept = 10;
    private long swept;

    /// <summary>False: only this process uses the store, and may as well count by itself.</summary>
    public bool IsNeeded { get; } = Shared(factory);

    /// <summary>How often it was used in this minute, this time counted; one statement, so that uses at once count one by one.</summary>
    /// <param name="what">The limit's name and whose use it is; only its hash is stored.</param>
    public async Task<int> Add(string what, CancellationToken cancellation = default)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)));
        var minute = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var times = (await db.Database.SqlQuery<int>($"""
            INSERT INTO "UseCounts" ("Key", "Minute", "Times") VALUES ({key}, {minute}, 1)
            ON CONFLICT ("Key") DO UPDATE SET "Times" = CASE WHEN "UseCounts"."Minute" = excluded."Minute" THEN "UseCounts"."Times" + 1 ELSE 1 END,
              "Minute" = excluded."Minute"
            RETURNING "Times" AS "Value"
            """).ToListAsync(cancellation)).Single();
        if (Interlocked.Exchange(ref swept, minute) != minute)
        {
            await db.UseCounts.Where(count => count.Minute < minute - MinutesKept).ExecuteDeleteAsync(cancellation);
        }

        return times;
    }

    private static bool Shared(IDbContextFactory<InterviewAgentDb> factory)
    {
        using var db = factory.CreateDbContext();
        return db.IsShared;
    }
}
