using InterviewAgent.Storage;
using InterviewAgent.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Storage;

/// <summary>
/// A migrated SQLite file of one test's own, with the settings of production. <c>using var database = new TestDatabase();</c>
/// then <see cref="Open"/> a context for each unit of work, or hand the whole to what wants a factory.
/// </summary>
public sealed class TestDatabase : IDbContextFactory<InterviewAgentDb>, IDisposable
{
    // Migrated once a run, then copied: a test that needs a database pays a file copy.
    private static readonly Lazy<byte[]> Migrated = new(() =>
    {
        using var first = new TestDatabase(empty: true);
        new MigrateDatabase(first, first.File).Run().GetAwaiter().GetResult();
        using (var db = first.Open())
        {
            db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteConnection.ClearAllPools();
        return System.IO.File.ReadAllBytes(first.Path);
    });

    private readonly string folder = Directory.CreateTempSubdirectory("interview-agent-test-").FullName;

    public TestDatabase() : this(empty: false)
    {
    }

    /// <param name="empty">True: no file yet, as on a first start.</param>
    public TestDatabase(bool empty)
    {
        Path = System.IO.Path.Combine(folder, "test.db");
        File = new SqliteFile(Path, TimeSpan.FromSeconds(30));
        if (!empty)
        {
            System.IO.File.WriteAllBytes(Path, Migrated.Value);
        }
    }

    public string Path { get; }

    internal SqliteFile File { get; }

    /// <summary>A new context; dispose it as a unit of work ends.</summary>
    public InterviewAgentDb Open()
    {
        DbContextOptionsBuilder<SqliteInterviewAgentDb> builder = new();
        File.Configure(builder);
        return new SqliteInterviewAgentDb(builder.Options);
    }

    InterviewAgentDb IDbContextFactory<InterviewAgentDb>.CreateDbContext() => Open();

    public void Dispose()
    {
        using (var pool = new SqliteConnection(File.ConnectionString))
        {
            SqliteConnection.ClearPool(pool);
        }

        Directory.Delete(folder, recursive: true);
    }
}
