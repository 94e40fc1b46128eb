using InterviewAgent.Storage.Moving;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Storage.Sqlite;

internal sealed class SqliteWays(SqliteInterviewAgentDb db) : StoreWays
{
    private const int Busy = 5;

    public override string Place => "sqlite:" + File;

    public override string CountTables => "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = {0}";

    private string File => Path.GetFullPath(db.Database.GetDbConnection().DataSource);

    /// <summary>As EF writes it there: JSON, in capitals.</summary>
    public override object ListOf(Guid[] ids) => $"[{string.Join(',', ids.Select(id => $"\"{id.ToString().ToUpperInvariant()}\""))}]";

    /// <summary>Other processes that have the file open, where the system shows them (Linux); elsewhere only the lock keeps writers away.</summary>
    public override Task<string?> UsedBy(CancellationToken cancellation) => Task.FromResult(
        OpenedBy(File).Where(process => process != Environment.ProcessId).Select(process => FormattableString.Invariant($"process {process}")).FirstOrDefault());

    /// <summary>A writing transaction that writes nothing: SQLite has one writer.</summary>
    public override async Task<IAsyncDisposable> HoldStill(CancellationToken cancellation)
    {
        try
        {
            return await db.Database.BeginTransactionAsync(cancellation);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == Busy)
        {
            throw new BadInputException("The source", "somebody is writing to it", "Stop all servers on it first.");
        }
    }

    public override async Task<IAsyncDisposable> Snapshot(CancellationToken cancellation)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        // Deferred: it reads, and keeps no writer waiting. The moment is that of the first row.
        var moment = connection.BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(moment, cancellation);
        return new Moment(db, moment);
    }

    /// <summary>A transaction that EF was lent is left to its lender.</summary>
    private sealed class Moment(SqliteInterviewAgentDb db, SqliteTransaction transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.UseTransactionAsync(null);
            await transaction.DisposeAsync();
        }
    }

    private static IEnumerable<int> OpenedBy(string file)
    {
        if (!OperatingSystem.IsLinux())
        {
            yield break;
        }
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var process) && Links(folder + "/fd").Any(link => link == file || link == file + "-wal"))
            {
                yield return process;
            }
        }
    }

    /// <summary>What a process has open; nothing where we may not look or it has ended meanwhile.</summary>
    private static IReadOnlyList<string?> Links(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder).Select(Target)];
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string? Target(string link)
    {
        try
        {
            return new FileInfo(link).LinkTarget;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
