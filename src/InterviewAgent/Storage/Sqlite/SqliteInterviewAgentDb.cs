using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Storage.Sqlite;

/// <summary>The embedded default.</summary>
public sealed class SqliteInterviewAgentDb(DbContextOptions<SqliteInterviewAgentDb> options) : InterviewAgentDb(options)
{
    /// <summary>Deleted cells are zeroed as they go (secure_delete); the write-ahead log still holds the pages as they were.</summary>
    public override Task ForgetErased(CancellationToken cancellationToken = default) =>
        Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);

    /// <summary>Holds the connection; the next one to open it sets FULL again. In WAL mode NORMAL can lose the last commits and spoil nothing.</summary>
    internal override async Task CommitWithoutWaiting(CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        await Database.ExecuteSqlRawAsync("PRAGMA synchronous=NORMAL", cancellationToken);
    }
}
