using System.IO.Compression;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Storage.Moving;

/// <summary>Writes all rows of a store as they stand at one moment, while servers go on working. Nothing but this product is needed to read it.</summary>
public sealed class BackUpStore
{
    private readonly InterviewAgentDb db;
    private readonly TimeProvider clock;

    internal BackUpStore(InterviewAgentDb db, TimeProvider clock) => (this.db, this.clock) = (db, clock);

    /// <param name="path">A file that is not there yet, or a folder, in which it is named by the time.</param>
    /// <exception cref="BadInputException">The file is there, or the store has another schema.</exception>
    public async Task<(string File, IReadOnlyList<TableCount> Tables)> Run(string path, CancellationToken cancellation = default)
    {
        var at = clock.GetUtcNow();
        var file = Directory.Exists(path) ? Path.Combine(path, FormattableString.Invariant($"interview-agent-{at:yyyyMMdd-HHmmss}.backup")) : path;
        if (File.Exists(file))
        {
            throw new BadInputException(file, "it is there already", "Give another name; a backup is never overwritten.");
        }
        var part = file + ".part";
        List<TableCount> tables = [];
        try
        {
            await using (FileStream to = new(part, Owned()))
            {
                await db.Database.OpenConnectionAsync(cancellation);
                await using var moment = await db.Ways.Snapshot(cancellation);
                var schema = (await db.Database.GetAppliedMigrationsAsync(cancellation)).LastOrDefault() ?? "";
                BackupFile.Head head = new(schema, at, StoreTable.All(db));
                await BackupFile.WriteHead(to, head, cancellation);
                await using (GZipStream gzip = new(to, CompressionLevel.Fastest, leaveOpen: true))
                {
                    foreach (var table in head.Tables)
                    {
                        tables.Add(await BackupFile.WriteRows(gzip, table, new StoreRows(db).Read(table, null, null, cancellation), cancellation));
                    }
                }
                to.Flush(flushToDisk: true);
            }
            File.Move(part, file);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
        return (file, tables);
    }

    /// <summary>For its owner only: it is what everybody said.</summary>
    private static FileStreamOptions Owned()
    {
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return options;
    }
}
