using InterviewAgent.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace InterviewAgent.Storage;

/// <summary>Brings the database to the schema of this version. Run on start in development, by <c>db migrate</c> elsewhere.</summary>
public sealed class MigrateDatabase
{
    private readonly IDbContextFactory<InterviewAgentDb> factory;
    private readonly SqliteFile file;

    internal MigrateDatabase(IDbContextFactory<InterviewAgentDb> factory, SqliteFile file) => (this.factory, this.file) = (factory, file);

    /// <summary>Names of the migrations that were applied now; empty when there was nothing to do.</summary>
    public async Task<IReadOnlyList<string>> Run(CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
        await using var db = await factory.CreateDbContextAsync(cancellation);
        // Readers and the one writer do not wait for each other. The file remembers it.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellation);
        if (await Pending(db, cancellation) is [])
        {
            return [];
        }

        // The operating system frees this lock when its holder dies. EF's own lock is a row, and a process killed in the middle of
        // a migration leaves it there: every later start would wait for it forever.
        await using var alone = await OpenAlone(file.Path + ".migrating", cancellation);
        var pending = await Pending(db, cancellation);
        if (pending is not [])
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancellation);
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

    private static async Task<FileStream> OpenAlone(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
            }
        }
    }
}
