using InterviewAgent.Accounts;
using InterviewAgent.Privacy.Search;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Storage.Sqlite;

/// <summary>The embedded default.</summary>
public sealed class SqliteInterviewAgentDb(DbContextOptions<SqliteInterviewAgentDb> options) : InterviewAgentDb(options)
{
    internal override Moving.StoreWays Ways => new SqliteWays(this);

    /// <summary>Deleted cells are zeroed as they go (secure_delete); the write-ahead log still holds the pages as they were.</summary>
    public override async Task<bool> ForgetErased(CancellationToken cancellationToken = default)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)"; // Answers busy in its first column, and not as an error.
            return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture) == 0;
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    public override IQueryable<SearchableQuote> Matching(IReadOnlyList<string> words, int? newest = null)
    {
        var query = string.Join(' ', words.Select(word => $"\"{word}\"*"));
        // The index hands rows out by number without looking at the rest; its own rank counts every match of every word first.
        return newest is { } most
            ? SearchableQuotes.FromSql($"""
                SELECT q.* FROM (SELECT rowid AS "Row" FROM "SearchIndex" WHERE "SearchIndex" MATCH {query} ORDER BY rowid DESC LIMIT {most}) i
                JOIN "SearchableQuotes" q ON q."Id" = i."Row" ORDER BY length(q."Words"), q."Id" DESC
                """)
            : SearchableQuotes.FromSql($"""
                SELECT q.* FROM "SearchIndex" i JOIN "SearchableQuotes" q ON q."Id" = i.rowid WHERE "SearchIndex" MATCH {query} ORDER BY i.rank
                """);
    }

    /// <summary>
    /// The index knows words and no accounts: a common word would be looked up in everybody's quotes. A cross join is taken in the order it is written: the
    /// accounts, their quotes, and of each whether it holds the words.
    /// </summary>
    public override IQueryable<SearchableQuote> Matching(IReadOnlyList<string> words, IQueryable<Account> accounts)
    {
        var all = string.Join(' ', words);
        return (from account in accounts from quote in SearchableQuotes where quote.AccountId == account.Id && HasWords.In(quote.Words, all) select quote)
            .OrderBy(quote => quote.Words.Length).ThenByDescending(quote => quote.Id);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasDbFunction(((Func<string, string, bool>)HasWords.In).Method).HasName(HasWords.Name);
    }

    internal override string? LosesWithPower => BootId.Here;

    /// <summary>Readers and the one writer do not wait for each other. The file remembers it.</summary>
    internal override async Task Prepare(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
    }

    /// <summary>
    /// The operating system frees this lock when its holder dies. EF's own lock is a row, and a process killed in the middle of a migration
    /// leaves it there: every later start would wait for it forever.
    /// </summary>
    internal override async Task<IAsyncDisposable> MigrateAlone(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                FileStream alone = new(File + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                await Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
                return alone;
            }
            catch (IOException) when (System.IO.File.Exists(File + ".migrating"))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
            }
        }
    }

    /// <summary>
    /// Holds the connection; opened anew it is as <see cref="SqliteFile"/> has it. In WAL mode NORMAL can lose the last commits and spoil
    /// nothing. Moving the log into the file is left to other connections: it waits for the disk too, after the commit.
    /// </summary>
    internal override async Task CommitWithoutWaiting(CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        await Database.ExecuteSqlRawAsync("PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=0", cancellationToken);
    }

    private string File => Database.GetDbConnection().DataSource;
}
