using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Moving;

/// <summary>Fills an empty store from a backup of either provider, all of it in one transaction: whole, or as if nothing had been tried.</summary>
public sealed class RestoreStore
{
    private const int Batch = 2000;
    private readonly InterviewAgentDb db;
    private readonly MigrateDatabase migrate;

    internal RestoreStore(InterviewAgentDb db, MigrateDatabase migrate) => (this.db, this.migrate) = (db, migrate);

    /// <summary>The tables as they were restored, each with the count and the hash of the backup. Erasures are not replayed here.</summary>
    /// <exception cref="BadInputException">No backup, a cut one, one of a newer version, or a store that is not empty. Nothing was changed.</exception>
    public async Task<IReadOnlyList<TableCount>> Run(string file, Action<string, long> tell, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(tell);
        await using var from = File.Exists(file) ? File.OpenRead(file) : throw new BadInputException(file, "there is no such file", "Give a file that `interview-agent db backup` has written.");
        var head = await BackupFile.ReadHead(from, file, cancellation);
        await Prepare(head, file, cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        StoreRows rows = new(db);
        List<TableCount> restored = [];
        await using (var whole = await db.Database.BeginTransactionAsync(cancellation))
        {
            await using GZipStream gzip = new(from, CompressionMode.Decompress);
            foreach (var table in head.Tables)
            {
                restored.Add(await Fill(rows, table, gzip, file, tell, cancellation));
                if (await rows.Count(table, cancellation) != restored[^1])
                {
                    throw new BadInputException(file, $"table {table.Name} did not come out as it went in", "Nothing was restored. Take another backup.");
                }
            }
            await db.Ways.AfterFilling(cancellation);
            await whole.CommitAsync(cancellation);
        }
        await migrate.Run(cancellation);
        return restored;
    }

    /// <summary>An older backup comes into the schema it was made with, and is migrated then.</summary>
    private async Task Prepare(BackupFile.Head head, string file, CancellationToken cancellation)
    {
        var known = db.Database.GetMigrations().ToList();
        if (await migrate.IsNew(cancellation) && known.Contains(head.Schema) && known[^1] != head.Schema)
        {
            await db.Prepare(cancellation);
            await db.GetService<IMigrator>().MigrateAsync(head.Schema, cancellation);
            return;
        }
        await migrate.Run(cancellation);
        var (its, ours) = (Written(head.Tables), Written(StoreTable.All(db)));
        if (!its.SetEquals(ours))
        {
            its.SymmetricExceptWith(ours);
            throw new BadInputException(file, $"it has the schema {head.Schema}, and this store another ({string.Join("; ", its.Order(StringComparer.Ordinal))})",
                "Restore with the version that made it (an older one: into a database that does not exist yet), then update.");
        }
        await db.Database.OpenConnectionAsync(cancellation);
        if (await new StoreRows(db).Filled(head.Tables, cancellation) is { } table)
        {
            throw new BadInputException("The store", $"there are rows in {table}", "A backup goes into an empty store only. Nothing was changed.");
        }
    }

    private static HashSet<string> Written(IReadOnlyList<StoreTable> tables) =>
        [.. tables.Select(table => $"{table.Name} {string.Join(',', table.Key)} {string.Join(',', table.Columns.Select(column => $"{column.Name}:{column.Kind}"))}")];

    private static async Task<TableCount> Fill(
        StoreRows rows, StoreTable table, GZipStream gzip, string file, Action<string, long> tell, CancellationToken cancellation)
    {
        List<object?[]> some = new(Batch);
        long written = 0;
        async Task Write()
        {
            await rows.Write(table, some, cancellation);
            tell(table.Name, written += some.Count);
            some.Clear();
        }
        var count = await BackupFile.ReadRows(gzip, table, file, async row =>
        {
            some.Add(row);
            if (some.Count == Batch)
            {
                await Write();
            }
        });
        await Write();
        return count;
    }
}
