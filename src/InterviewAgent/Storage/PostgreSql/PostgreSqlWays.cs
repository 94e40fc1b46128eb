using System.Data;
using System.Globalization;
using InterviewAgent.Storage.Moving;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InterviewAgent.Storage.PostgreSql;

internal sealed class PostgreSqlWays(PostgreSqlInterviewAgentDb db) : StoreWays
{
    private const string Quotes = "SearchableQuotes";

    public override string Place
    {
        get
        {
            NpgsqlConnectionStringBuilder parts = new(db.Database.GetConnectionString());
            return string.Create(CultureInfo.InvariantCulture, $"postgres:{parts.Host}:{parts.Port}/{parts.Database}");
        }
    }

    public override string CountTables => "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = {0}";

    public override DerivedColumn? Derived(string table) =>
        table == Quotes ? new(SearchTerms.Column, "Words", "CAST({0} AS tsvector)", words => SearchTerms.Of(words).ToString()) : null;

    public override object ListOf(Guid[] ids) => ids;

    /// <summary>Servers of ours by the name that they give; this process calls itself by another (<see cref="StoreAt"/>).</summary>
    public override async Task<string?> UsedBy(CancellationToken cancellation) => Convert.ToInt64(await new StoreRows(db).Scalar(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'InterviewAgent%'", cancellation),
        CultureInfo.InvariantCulture) is > 0 and var sessions ? FormattableString.Invariant($"a server with {sessions} connections") : null;

    /// <summary>First the lock, then the moment: a transaction sees the store as it is at its first query.</summary>
    public override async Task<IAsyncDisposable> HoldStill(CancellationToken cancellation)
    {
        var still = await Snapshot(cancellation);
        try
        {
            await new StoreRows(db).Scalar(
                $"LOCK TABLE {string.Join(", ", StoreTable.All(db).Select(table => $"\"{table.Name}\""))} IN SHARE MODE NOWAIT", cancellation);
            return still;
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            await still.DisposeAsync();
            throw new BadInputException("The source", "somebody is writing to it", "Stop all servers on it first.");
        }
    }

    public override async Task<IAsyncDisposable> Snapshot(CancellationToken cancellation) =>
        await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    public override async Task AfterFilling(CancellationToken cancellation) => await new StoreRows(db).Scalar(
        $"""SELECT setval(pg_get_serial_sequence('"{Quotes}"', 'Id'), COALESCE((SELECT max("Id") FROM "{Quotes}"), 1), (SELECT count(*) > 0 FROM "{Quotes}"))""", cancellation);
}
