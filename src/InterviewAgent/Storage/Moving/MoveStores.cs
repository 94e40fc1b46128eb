using InterviewAgent.Privacy.Erasures;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Storage.Moving;

/// <summary>The whole of a store: copied to another, written to a file, read from one, looked through.</summary>
public sealed class MoveStores
{
    private readonly IDbContextFactory<InterviewAgentDb> own;
    private readonly ErasedFile erased;
    private readonly ReplayErasures replay;
    private readonly TimeProvider clock;

    internal MoveStores(IDbContextFactory<InterviewAgentDb> own, ErasedFile erased, ReplayErasures replay, TimeProvider clock) =>
        (this.own, this.erased, this.replay, this.clock) = (own, erased, replay, clock);

    /// <inheritdoc cref="CopyStore.Run"/>
    public static async Task<IReadOnlyList<(TableCount Source, TableCount Target)>> Copy(
        StoreAt from, StoreAt to, Action<string, long, long> tell, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        await using var source = from.CreateDbContext();
        if (from.IsMissing || (await source.Database.GetAppliedMigrationsAsync(cancellation)).ToList() is [])
        {
            throw new BadInputException("The source", "there is no store of this product", "Give the address of one.");
        }
        if ((await source.Database.GetPendingMigrationsAsync(cancellation)).ToList() is { Count: > 0 } pending)
        {
            throw new BadInputException("The source", $"it has an older schema (it lacks {string.Join(", ", pending)})", "Run `interview-agent db migrate` on it first.");
        }
        await using var target = to.CreateDbContext();
        if (source.Ways.Place == target.Ways.Place)
        {
            throw new BadInputException("The target", "it is the source", "Give another one.");
        }
        await Migrate(to, target, cancellation);
        return await new CopyStore(source, target).Run(tell, cancellation);
    }

    /// <inheritdoc cref="BackUpStore.Run"/>
    public async Task<(string File, IReadOnlyList<TableCount> Tables)> BackUp(string path, CancellationToken cancellation = default)
    {
        await using var db = await own.CreateDbContextAsync(cancellation);
        if ((await db.Database.GetPendingMigrationsAsync(cancellation)).ToList() is { Count: > 0 } pending)
        {
            throw new BadInputException("The store", $"it has an older schema (it lacks {string.Join(", ", pending)})", "Back it up with the version that made it, or run `interview-agent db migrate`.");
        }
        return await new BackUpStore(db, clock).Run(path, cancellation);
    }

    /// <summary>And erases again what was erased since the backup was made.</summary>
    /// <inheritdoc cref="RestoreStore.Run"/>
    public async Task<(IReadOnlyList<TableCount> Tables, int ErasedAgain)> Restore(string file, Action<string, long> tell, CancellationToken cancellation = default)
    {
        await using var db = await own.CreateDbContextAsync(cancellation);
        var restored = await new RestoreStore(db, new MigrateDatabase(own)).Run(file, tell, cancellation);
        return (restored, await replay.Run(cancellation));
    }

    /// <summary>This product's own store.</summary>
    public async Task<StoreReport> Verify(CancellationToken cancellation = default)
    {
        await using var db = await own.CreateDbContextAsync(cancellation);
        return await new VerifyStore(db).Run(await erased.Read(cancellation), cancellation);
    }

    /// <summary>A backup, read to its end: each table with its count and hash.</summary>
    /// <exception cref="BadInputException">It is none, or it was cut or changed.</exception>
    public static async Task<IReadOnlyList<TableCount>> VerifyFile(string file, CancellationToken cancellation = default)
    {
        await using var from = File.Exists(file) ? File.OpenRead(file) : throw new BadInputException(file, "there is no such file", "Give a file that `interview-agent db backup` has written.");
        var head = await BackupFile.ReadHead(from, file, cancellation);
        await using System.IO.Compression.GZipStream gzip = new(from, System.IO.Compression.CompressionMode.Decompress);
        List<TableCount> tables = [];
        foreach (var table in head.Tables)
        {
            tables.Add(await BackupFile.ReadRows(gzip, table, file, _ => Task.CompletedTask));
        }
        return tables;
    }

    private static async Task Migrate(StoreAt to, InterviewAgentDb target, CancellationToken cancellation)
    {
        MigrateDatabase migrate = new(to);
        if (!await migrate.IsNew(cancellation) && await migrate.Pending(cancellation) is { Count: > 0 } pending)
        {
            throw new BadInputException("The target", $"it has another schema (it lacks {string.Join(", ", pending)})", "Give an empty database. Nothing was changed.");
        }
        await migrate.Run(cancellation);
        if ((await target.Database.GetAppliedMigrationsAsync(cancellation)).Except(target.Database.GetMigrations()).Any())
        {
            throw new BadInputException("The target", "it has the schema of a newer version", "Use that version. Nothing was changed.");
        }
    }
}
