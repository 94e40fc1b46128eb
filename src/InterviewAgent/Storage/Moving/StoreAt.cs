using InterviewAgent.Storage.PostgreSql;
using InterviewAgent.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InterviewAgent.Storage.Moving;

/// <summary>A store by its address: "sqlite:PATH", or "postgres:CONNECTION" as Npgsql writes it, "postgres:" alone for what the environment says.</summary>
public sealed class StoreAt : IDbContextFactory<InterviewAgentDb>
{
    private const string Sqlite = "sqlite:", Postgres = "postgres:";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SqliteFile? file;
    private readonly PostgreSqlServer? server;

    private StoreAt(SqliteFile? file, PostgreSqlServer? server) => (this.file, this.server) = (file, server);

    /// <exception cref="BadInputException">No address of a store, or one with a password in it.</exception>
    public static StoreAt Parse(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.StartsWith(Sqlite, StringComparison.OrdinalIgnoreCase) && address.Length > Sqlite.Length)
        {
            return new StoreAt(new SqliteFile(Path.GetFullPath(address[Sqlite.Length..]), Patience), null);
        }
        if (!address.StartsWith(Postgres, StringComparison.OrdinalIgnoreCase))
        {
            throw Bad(address.Split(':')[0], "this is no address of a store");
        }
        var named = address[Postgres.Length..];
        var connection = named.Length > 0 ? named : Environment.GetEnvironmentVariable(PostgreSqlConnection.Variable) ?? "";
        NpgsqlConnectionStringBuilder parts;
        try
        {
            parts = new(connection);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidOperationException)
        {
            throw Bad(Postgres, "the connection cannot be read");
        }
        if (named.Length > 0 && (parts.Password ?? parts.SslPassword) is not null)
        {
            throw Bad(Postgres, "a password does not belong on a command line, where others see it");
        }
        if (parts is not { Host.Length: > 0, Database.Length: > 0 })
        {
            throw Bad(Postgres, "Host and Database must be named");
        }
        // Under a name of its own: a server on the same database is known by the product's.
        (parts.ApplicationName, parts.Pooling) = ("interview-agent db", false);
        return new StoreAt(null, new PostgreSqlServer(parts.ToString(), Patience));
    }

    /// <summary>True: it cannot be read, because there is nothing.</summary>
    public bool IsMissing => file is not null && !File.Exists(file.Path);

    public InterviewAgentDb CreateDbContext()
    {
        if (file is not null)
        {
            DbContextOptionsBuilder<SqliteInterviewAgentDb> here = new();
            file.Configure(here);
            return new SqliteInterviewAgentDb(here.Options);
        }
        DbContextOptionsBuilder<PostgreSqlInterviewAgentDb> there = new();
        server!.Configure(there);
        return new PostgreSqlInterviewAgentDb(there.Options);
    }

    private static BadInputException Bad(string place, string what) => new($"The store '{place}'", what,
        $"Write sqlite:PATH, postgres:Host=...;Database=...;Username=... (the password in PGPASSWORD), or postgres: alone with the whole in {PostgreSqlConnection.Variable}.");
}
