using InterviewAgent.Storage;
using InterviewAgent.Storage.PostgreSql;
using InterviewAgent.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Storage;

/// <summary>
/// A migrated database of one test's own, with the settings of production: a SQLite file, or, where <see cref="TestServer"/> names a server, a
/// database there. <c>using var database = new TestDatabase();</c> then <see cref="Open"/> a context for each unit of work, or hand the whole
/// to what wants a factory.
/// </summary>
public sealed class TestDatabase : IDbContextFactory<InterviewAgentDb>, IDisposable
{
    // Migrated once a run, then copied: a test that needs a database pays a copy.
    private static readonly Lazy<byte[]> Migrated = new(() =>
    {
        using TestDatabase first = new(StorageProvider.Sqlite, empty: true);
        new MigrateDatabase(first).Run().GetAwaiter().GetResult();
        using (var db = first.Open())
        {
            db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteConnection.ClearAllPools();
        return System.IO.File.ReadAllBytes(first.Path);
    });

    private readonly string folder = Directory.CreateTempSubdirectory("interview-agent-test-").FullName;
    private string? backup;

    public TestDatabase() : this(TestServer.Provider, empty: false)
    {
    }

    /// <param name="empty">True: nothing there yet, as on a first start.</param>
    public TestDatabase(StorageProvider provider, bool empty = false)
    {
        Provider = provider;
        Path = System.IO.Path.Combine(folder, "test.db");
        File = new SqliteFile(Path, TimeSpan.FromSeconds(30));
        Server = new PostgreSqlServer(provider == StorageProvider.PostgreSql ? TestServer.NewDatabase(empty) : "Host=none;Database=none", TimeSpan.FromSeconds(30));
        if (!empty && provider == StorageProvider.Sqlite)
        {
            System.IO.File.WriteAllBytes(Path, Migrated.Value);
        }
    }

    public StorageProvider Provider { get; }

    /// <summary>SQLite's file; with the other provider no file, but a folder for what lies beside the store.</summary>
    public string Path { get; }

    /// <summary>For what composes the product itself.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings => Provider == StorageProvider.PostgreSql
        ? [new("Storage:Path", Path), new("Storage:Provider", "PostgreSQL"), new("Storage:Connection", Server.ConnectionString)] : [new("Storage:Path", Path)];

    internal SqliteFile File { get; }

    internal PostgreSqlServer Server { get; }

    /// <summary>A new context; dispose it as a unit of work ends.</summary>
    public InterviewAgentDb Open()
    {
        if (Provider == StorageProvider.PostgreSql)
        {
            DbContextOptionsBuilder<PostgreSqlInterviewAgentDb> there = new();
            Server.Configure(there);
            return new PostgreSqlInterviewAgentDb(there.Options);
        }
        DbContextOptionsBuilder<SqliteInterviewAgentDb> builder = new();
        File.Configure(builder);
        return new SqliteInterviewAgentDb(builder.Options);
    }

    InterviewAgentDb IDbContextFactory<InterviewAgentDb>.CreateDbContext() => Open();

    /// <summary>Remembers the whole as it is, for <see cref="Restore"/>.</summary>
    public async Task BackUp()
    {
        if (Provider == StorageProvider.PostgreSql)
        {
            backup = TestServer.Copy(Server.ConnectionString);
            return;
        }
        await using var db = Open();
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {Path + ".backup"}");
        backup = System.IO.Path.Combine(Directory.CreateTempSubdirectory("interview-agent-backup-").FullName, "backup.db");
        System.IO.File.Move(Path + ".backup", backup);
    }

    public async Task Restore()
    {
        if (Provider == StorageProvider.PostgreSql)
        {
            TestServer.Replace(Server.ConnectionString, backup!);
            return;
        }
        ForgetFile();
        foreach (var old in new[] { "", "-wal", "-shm" }.Select(end => Path + end).Where(System.IO.File.Exists))
        {
            System.IO.File.Delete(old);
        }
        await System.IO.File.WriteAllBytesAsync(Path, await System.IO.File.ReadAllBytesAsync(backup!));
    }

    private void ForgetFile()
    {
        using SqliteConnection pool = new(File.ConnectionString);
        SqliteConnection.ClearPool(pool);
    }

    public void Dispose()
    {
        if (Provider == StorageProvider.PostgreSql)
        {
            TestServer.Drop(Server.ConnectionString);
            if (backup is not null)
            {
                TestServer.Drop(backup);
            }
        }
        else if (backup is not null)
        {
            Directory.Delete(System.IO.Path.GetDirectoryName(backup)!, recursive: true);
        }
        ForgetFile();
        Directory.Delete(folder, recursive: true);
    }
}
