using InterviewAgent.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InterviewAgent.Tests.Storage;

/// <summary>
/// The PostgreSQL server that INTERVIEW_AGENT_TEST_POSTGRES names by a connection string; the user may create databases there. Each test gets one of its
/// own, copied from one that was migrated once. Without the variable the same tests run on SQLite.
/// </summary>
public static class TestServer
{
    private static readonly string? Connection =
        Environment.GetEnvironmentVariable("INTERVIEW_AGENT_TEST_POSTGRES") is { Length: > 0 } named ? named : null;

    private static readonly Lazy<string> Migrated = new(() =>
    {
        var name = Create(template: null);
        using (var services = new ServiceCollection().AddStorage(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Storage:Provider", "PostgreSQL"), new("Storage:Connection", To(name))]).Build()).BuildServiceProvider())
        {
            services.GetRequiredService<MigrateDatabase>().Run().GetAwaiter().GetResult();
        }
        Forget(To(name));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Drop(To(name));
        return name;
    });

    public static StorageProvider Provider => Connection is null ? StorageProvider.Sqlite : StorageProvider.PostgreSql;

    /// <param name="empty">True: without a table.</param>
    /// <returns>Its connection string.</returns>
    public static string NewDatabase(bool empty) => To(Create(empty ? null : Migrated.Value));

    /// <summary>A database like this one, as it is now.</summary>
    public static string Copy(string database)
    {
        Forget(database);
        return To(Create(new NpgsqlConnectionStringBuilder(database).Database));
    }

    /// <summary>Puts a copy in the place of a database, under its name.</summary>
    public static void Replace(string database, string copy)
    {
        Drop(database);
        Say($"CREATE DATABASE {new NpgsqlConnectionStringBuilder(database).Database} TEMPLATE {new NpgsqlConnectionStringBuilder(copy).Database}");
    }

    public static void Drop(string database)
    {
        Forget(database);
        Say($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(database).Database} WITH (FORCE)");
    }

    // Nobody may be connected to what is copied.
    private static void Forget(string database)
    {
        using (NpgsqlConnection pool = new(database))
        {
            NpgsqlConnection.ClearPool(pool);
        }
        Say($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{new NpgsqlConnectionStringBuilder(database).Database}'");
    }

    private static string Create(string? template)
    {
        var name = $"test_{Guid.NewGuid():N}";
        Say($"CREATE DATABASE {name}{(template is null ? "" : $" TEMPLATE {template}")}");
        return name;
    }

    private static string To(string database) => new NpgsqlConnectionStringBuilder(Connection
        ?? throw new InvalidOperationException("This test needs a PostgreSQL server: set INTERVIEW_AGENT_TEST_POSTGRES."))
    { Database = database, MaxPoolSize = 40, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 1 }.ToString();

    private static void Say(string statement)
    {
        using NpgsqlConnection server = new(new NpgsqlConnectionStringBuilder(Connection) { Database = "postgres", Pooling = false }.ToString());
        server.Open();
#pragma warning disable CA2100 // The names are made here.
        using NpgsqlCommand command = new(statement, server);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
