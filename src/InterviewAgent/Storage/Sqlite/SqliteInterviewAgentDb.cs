using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Storage.Sqlite;

/// <summary>The embedded default.</summary>
public sealed class SqliteInterviewAgentDb(DbContextOptions<SqliteInterviewAgentDb> options) : InterviewAgentDb(options)
{
    /// <summary>Deleted cells are zeroed as they go (secure_delete); the write-ahead log still holds the pages as they were.</summary>
    public override Task ForgetErased(CancellationToken cancellationToken = default) =>
        Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
}
