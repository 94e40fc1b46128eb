using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Channels.Connector.Inbox;

/// <summary>The rows of arrivals. Every write is one statement that is right whichever copy comes first.</summary>
internal sealed class StoredArrivals(IDbContextFactory<InterviewAgentDb> factory)
{
    /// <summary>The row of this very arrival, in whatever state, and those of its place that still wait, in their order.</summary>
    public async Task<IReadOnlyList<Arrival>> With(string key, string place)
    {
        await using var db = await factory.CreateDbContextAsync();
        return await db.Arrivals.AsNoTracking()
            .Where(arrival => arrival.Key == key || (arrival.Place == place && arrival.NextAt != null))
            .OrderBy(arrival => arrival.At).ToListAsync();
    }

    /// <summary>True: other servers may bring and handle arrivals of the same store.</summary>
    public bool IsShared { get; } = Shared(factory);

    /// <summary>From now on it survives a crash, and is the caller's until <paramref name="until"/>. Null: it is; else the row that another copy left.</summary>
    public async Task<Arrival?> Claim(Arrival arrival, string json, DateTimeOffset until)
    {
        await using var db = await factory.CreateDbContextAsync();
        var taken = await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Arrivals" ("Key", "Place", "At", "Json", "Attempts", "NextAt")
            VALUES ({arrival.Key}, {arrival.Place}, {arrival.At.UtcTicks}, {json}, 0, {until.UtcTicks})
            ON CONFLICT ("Key") DO NOTHING
            """);
        return taken == 1 ? null : await db.Arrivals.AsNoTracking().SingleOrDefaultAsync(row => row.Key == arrival.Key);
    }

    /// <summary>
    /// Rows of a place whose time has come, the caller's until <paramref name="until"/>: of two servers one gets them. In their order: behind one that
    /// another server has in hand for the first time nothing is taken.
    /// </summary>
    public async Task<IReadOnlyList<Arrival>> ClaimDue(string place, DateTimeOffset now, DateTimeOffset until)
    {
        List<Arrival> mine = [];
        await using var db = await factory.CreateDbContextAsync();
        foreach (var row in (await Waiting(place)).TakeWhile(row => row.NextAt <= now || row.Attempts > 0).Where(row => row.NextAt <= now))
        {
            if (await db.Arrivals.Where(arrival => arrival.Key == row.Key && arrival.NextAt == row.NextAt)
                .ExecuteUpdateAsync(set => set.SetProperty(arrival => arrival.NextAt, until)) == 1)
            {
                mine.Add(row);
            }
        }

        return mine;
    }

    /// <summary>All rows of a place that wait, in their order.</summary>
    public async Task<IReadOnlyList<Arrival>> Waiting(string place)
    {
        await using var db = await factory.CreateDbContextAsync();
        return await db.Arrivals.AsNoTracking().Where(arrival => arrival.Place == place && arrival.NextAt != null).OrderBy(arrival => arrival.At).ToListAsync();
    }

    /// <summary>A row that is the caller's stays so.</summary>
    public async Task Renew(string key, DateTimeOffset until)
    {
        await using var db = await factory.CreateDbContextAsync();
        await db.Arrivals.Where(arrival => arrival.Key == key && arrival.NextAt != null).ExecuteUpdateAsync(set => set.SetProperty(arrival => arrival.NextAt, until));
    }

    public async Task<IReadOnlyList<string>> DuePlaces(DateTimeOffset now, int most, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        return await db.Arrivals.Where(arrival => arrival.NextAt <= now)
            .GroupBy(arrival => arrival.Place).OrderBy(place => place.Min(arrival => arrival.At)).Take(most)
            .Select(place => place.Key).ToListAsync(cancellation);
    }

    /// <summary>From now on it survives a crash. A row that is there already is right as it is.</summary>
    public async Task Keep(Arrival arrival, string json, DateTimeOffset nextAt)
    {
        await using var db = await factory.CreateDbContextAsync();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Arrivals" ("Key", "Place", "At", "Json", "Attempts", "NextAt")
            VALUES ({arrival.Key}, {arrival.Place}, {arrival.At.UtcTicks}, {json}, 0, {nextAt.UtcTicks})
            ON CONFLICT ("Key") DO NOTHING
            """);
    }

    /// <param name="nextAt">Null: it is given up.</param>
    public async Task Failed(Arrival arrival, string json, DateTimeOffset? nextAt)
    {
        var ticks = nextAt?.UtcTicks;
        await using var db = await factory.CreateDbContextAsync();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Arrivals" ("Key", "Place", "At", "Json", "Attempts", "NextAt")
            VALUES ({arrival.Key}, {arrival.Place}, {arrival.At.UtcTicks}, {json}, 1, {ticks})
            ON CONFLICT ("Key") DO UPDATE SET "Attempts" = "Arrivals"."Attempts" + 1, "NextAt" = {ticks}
            """);
    }

    public async Task Done(IReadOnlyCollection<Arrival> arrivals)
    {
        await using var db = await factory.CreateDbContextAsync();
        await db.Whole(() => Done(db, arrivals), CancellationToken.None);
    }

    private static async Task Done(InterviewAgentDb db, IReadOnlyCollection<Arrival> arrivals)
    {
        await using var together = await db.Database.BeginTransactionAsync();
        foreach (var arrival in arrivals)
        {
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "Arrivals" ("Key", "Place", "At", "Json", "Attempts", "NextAt")
                VALUES ({arrival.Key}, {arrival.Place}, {arrival.At.UtcTicks}, NULL, 0, NULL)
                ON CONFLICT ("Key") DO UPDATE SET "Json" = NULL, "NextAt" = NULL
                """);
        }
        await together.CommitAsync();
    }

    private static bool Shared(IDbContextFactory<InterviewAgentDb> factory)
    {
        using var db = factory.CreateDbContext();
        return db.IsShared;
    }

    /// <summary>Marks older than <paramref name="done"/>, and what was given up before <paramref name="givenUp"/>.</summary>
    public async Task<int> Forget(DateTimeOffset done, DateTimeOffset givenUp, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        return await db.Arrivals
            .Where(arrival => arrival.NextAt == null && arrival.At < done && (arrival.Json == null || arrival.At < givenUp))
            .ExecuteDeleteAsync(cancellation);
    }
}
