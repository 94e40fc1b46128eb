using InterviewAgent.Privacy.Search;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace InterviewAgent.Storage.PostgreSql;

/// <summary>For several servers on one store.</summary>
public sealed class PostgreSqlInterviewAgentDb(DbContextOptions<PostgreSqlInterviewAgentDb> options) : InterviewAgentDb(options)
{
    // "InterviewAgent, migrations": any number that nobody else uses in this database.
    private const long MigrationLock = 0x49414D4947;

    /// <summary>
    /// Takes the erased rows out of the tables now, instead of when autovacuum comes by: no query and no dump of pages finds them as rows. PostgreSQL has
    /// no deletion that overwrites. The bytes lie in the free space of their pages until new rows take it, in the write-ahead log until its
    /// segments are used again (longer where they are archived), and in standbys, snapshots and backups for as long as these are kept. Encrypt the disk, keep
    /// archives and backups no longer than the law lets you; after a restore the list of erasures erases again.
    /// </summary>
    /// <returns>False: a transaction that began before still sees the rows, and they had to be left.</returns>
    public override async Task<bool> ForgetErased(CancellationToken cancellationToken = default)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        var patience = Database.GetCommandTimeout();
        try
        {
            Database.SetCommandTimeout(0); // A large table takes more than the half minute that a query may.
            var before = await Next(cancellationToken);
            var tables = string.Join(", ", Model.GetEntityTypes().Select(type => type.GetTableName()).Distinct().Select(table => $"\"{table}\""));
#pragma warning disable EF1002 // The names are the model's.
            await Database.ExecuteSqlRawAsync($"VACUUM {tables}", cancellationToken);
#pragma warning restore EF1002
            var since = await Next(cancellationToken) - before;
            return await Database.SqlQuery<long>($"""
                SELECT count(*) AS "Value" FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xmin IS NOT NULL AND age(backend_xmin) > {since}
                """).SingleAsync(cancellationToken) == 0;
        }
        finally
        {
            Database.SetCommandTimeout(patience);
            await Database.CloseConnectionAsync();
        }
    }

    public override IQueryable<SearchableQuote> Matching(IReadOnlyList<string> words, int? newest = null)
    {
        var query = words.Select(word => (NpgsqlTsQuery)new NpgsqlTsQueryLexeme(word, NpgsqlTsQueryLexeme.Weight.None, isPrefixSearch: true))
            .Aggregate((all, word) => new NpgsqlTsQueryAnd(all, word));
        var found = SearchableQuotes.Where(quote => EF.Property<NpgsqlTsVector>(quote, SearchTerms.Column).Matches(query));
        return (newest is { } most ? found.OrderByDescending(quote => quote.Id).Take(most) : found)
            .OrderByDescending(quote => EF.Property<NpgsqlTsVector>(quote, SearchTerms.Column).Rank(query, NpgsqlTsRankingNormalization.DivideBy1PlusLogLength))
            .ThenBy(quote => quote.Id);
    }

    public override bool IsShared => true;

    internal override IQueryable<TRow> Unheld<TRow>(IQueryable<TRow> rows) => rows.TagWith(SkipHeld.Tag);

    private protected override Task WaitFor(string work, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({work}, 0))", cancellationToken);

    private protected override async Task<bool> IsFree(string work, CancellationToken cancellationToken) =>
        (await Database.SqlQuery<bool>($"""SELECT pg_try_advisory_xact_lock(hashtextextended({work}, 0)) AS "Value" """).ToListAsync(cancellationToken)).Single();

    internal override Moving.StoreWays Ways => new PostgreSqlWays(this);

    internal override Task Prepare(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The lock belongs to a connection of its own and goes with it: a migration that is killed leaves nothing behind.</summary>
    internal override async Task<IAsyncDisposable> MigrateAlone(CancellationToken cancellationToken)
    {
        await CreateIfMissing(cancellationToken);
        NpgsqlConnection alone = new(new NpgsqlConnectionStringBuilder(Database.GetConnectionString()) { Pooling = false, CommandTimeout = 0, Options = null }.ToString());
        try
        {
            await alone.OpenAsync(cancellationToken);
            await using var take = new NpgsqlCommand("SELECT pg_advisory_lock($1)", alone) { Parameters = { new() { Value = MigrationLock } } };
            await take.ExecuteNonQueryAsync(cancellationToken);
            return alone;
        }
        catch
        {
            await alone.DisposeAsync();
            throw;
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        SearchTerms.Configure(modelBuilder.Entity<SearchableQuote>());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // By bytes, as SQLite orders: no server's language changes what comes first.
        configurationBuilder.Properties<string>().UseCollation("C");
        configurationBuilder.Properties<Enum>().UseCollation("C");
    }

    /// <summary>The number that the next transaction gets.</summary>
    private Task<long> Next(CancellationToken cancellationToken) =>
        Database.SqlQuery<long>($"""SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS "Value" """).SingleAsync(cancellationToken);

    private async Task CreateIfMissing(CancellationToken cancellationToken)
    {
        var creator = Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator>(Database);
        if (await creator.ExistsAsync(cancellationToken))
        {
            return;
        }
        try
        {
            await creator.CreateAsync(cancellationToken);
        }
        catch (PostgresException another) when (another.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another server made it in the meantime.
        }
    }
}
