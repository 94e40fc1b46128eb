using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace InterviewAgent.Storage;

/// <summary>Brings the database to the schema of this version. Run on start in development, by <c>db migrate</c> elsewhere.</summary>
public sealed class MigrateDatabase
{
    private readonly IDbContextFactory<InterviewAgentDb> factory;

    internal MigrateDatabase(IDbContextFactory<InterviewAgentDb> factory) => this.factory = factory;

    /// <summary>Names of the migrations that were applied now; empty when there was nothing to do.</summary>
    public async Task<IReadOnlyList<string>> Run(CancellationToken cancellation = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await db.Prepare(cancellation);
        if (await Pending(db, cancellation) is [])
        {
            return [];
        }

        await using var alone = await db.MigrateAlone(cancellation);
        var pending = await Pending(db, cancellation); // Somebody else may have done it while this one waited.
        if (pending is not [])
        {
            await db.Database.MigrateAsync(cancellation);
        }

        return pending;
    }

    /// <summary>Migrations of this version that the database has not seen yet; all of them when it does not exist.</summary>
    public async Task<IReadOnlyList<string>> Pending(CancellationToken cancellation = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        return await Pending(db, cancellation);
    }

    /// <summary>True when nothing has ever been stored here, so that creating the schema can spoil nothing.</summary>
    public async Task<bool> IsNew(CancellationToken cancellation = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var creator = db.GetService<IRelationalDatabaseCreator>();
        return !await creator.ExistsAsync(cancellation) || !await creator.HasTablesAsync(cancellation);
    }

    private static async Task<IReadOnlyList<string>> Pending(InterviewAgentDb db, CancellationToken cancellation) =>
        [.. await db.Database.GetPendingMigrationsAsync(cancellation)];
}
