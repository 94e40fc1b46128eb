using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InterviewAgent.Storage.PostgreSql;

/// <summary>The database and how every connection to it behaves.</summary>
internal sealed class PostgreSqlServer
{
    private static readonly WholeTransactions Transactions = new();
    private static readonly StorableText Text = new();
    private static readonly SkipHeld Held = new();

    /// <param name="connection">As Npgsql writes it; what it says of itself is left as it is.</param>
    /// <param name="busy">How long a writer waits for another one's row.</param>
    public PostgreSqlServer(string connection, TimeSpan busy)
    {
        NpgsqlConnectionStringBuilder parts = new(connection);
        parts.ApplicationName ??= "InterviewAgent";
        // A server that is cut off in the middle of a transaction holds up nobody for longer than a minute.
        parts.Options ??= FormattableString.Invariant($"-c lock_timeout={(int)busy.TotalMilliseconds} -c idle_in_transaction_session_timeout=60000");
        if (parts.KeepAlive == 0)
        {
            parts.KeepAlive = 30;
        }
        ConnectionString = parts.ToString();
    }

    public string ConnectionString { get; }

    public void Configure(DbContextOptionsBuilder builder) => builder
        .UseNpgsql(ConnectionString, postgres => postgres
            .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
            .SetPostgresVersion(15, 0)
            .ExecutionStrategy(dependencies => new RepeatStatements(dependencies)))
        .AddInterceptors(Transactions, Text, Held, MeasureCommits.Always);
}
