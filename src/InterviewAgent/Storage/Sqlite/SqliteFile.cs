using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InterviewAgent.Storage.Sqlite;

/// <summary>The database file and how every connection to it behaves.</summary>
internal sealed class SqliteFile(string path, TimeSpan busy)
{
    // Of one file all contexts share them: they are what the writers queue at.
    private readonly OnOpen onOpen = new(busy);
    private readonly OneWriter writers = new(busy, new FlushLog(path));

    public string Path { get; } = path;

    public string ConnectionString { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
        DefaultTimeout = (int)busy.TotalSeconds,
    }.ToString();

    public void Configure(DbContextOptionsBuilder builder) => builder
        .UseSqlite(ConnectionString, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
        .AddInterceptors(onOpen, writers, MeasureCommits.Always);

    private sealed class OnOpen(TimeSpan busy) : DbConnectionInterceptor
    {
        // busy_timeout: SQLite waits for the other writer within a millisecond or so; without it the driver retries every 150 ms, and
        // not at all while another process reads a killed server's log back (SQLITE_BUSY_RECOVERY). First, because the next one
        // already reads the file. NORMAL: a commit waits for no disk, for OneWriter does, so that an answer that was acknowledged survives
        // a power cut and not only a crash. secure_delete: what a respondent deletes is overwritten with zeros.
        private readonly string pragmas =
            FormattableString.Invariant($"PRAGMA busy_timeout={(int)busy.TotalMilliseconds}; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;");

        // The driver's pool hands a connection out again as it was: it is told once.
        private readonly ConditionalWeakTable<SQLitePCL.sqlite3, object> told = [];

        public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData)
        {
            if (connection is not SqliteConnection { Handle: { } handle } || !told.TryAdd(handle, pragmas))
            {
                return;
            }

            HasWords.TellTo(handle);
            using var command = connection.CreateCommand();
            command.CommandText = pragmas;
            command.ExecuteNonQuery();
        }

        // The driver is synchronous: there is nothing to await.
        public override Task ConnectionOpenedAsync(
            System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
