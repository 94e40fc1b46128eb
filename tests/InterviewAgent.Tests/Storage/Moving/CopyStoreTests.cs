using System.Diagnostics;
using InterviewAgent.Privacy.Search;
using InterviewAgent.Storage;
using InterviewAgent.Storage.Moving;
using InterviewAgent.Storage.PostgreSql;
using InterviewAgent.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Storage.Moving;

/// <summary>From a SQLite file into the database that this run is on, and back.</summary>
public sealed class CopyStoreTests : IDisposable
{
    private readonly TestDatabase file = new(StorageProvider.Sqlite);
    private readonly TestDatabase other = new();
    private readonly TestDatabase back = new(StorageProvider.Sqlite);

    [Fact]
    public void Both_providers_have_the_same_tables_and_columns()
    {
        using var sqlite = new SqliteInterviewAgentDb(new DbContextOptionsBuilder<SqliteInterviewAgentDb>().UseSqlite("Data Source=:memory:").Options);
        using var postgres = new PostgreSqlInterviewAgentDb(new DbContextOptionsBuilder<PostgreSqlInterviewAgentDb>().UseNpgsql("Host=none").Options);
        static List<string> Shape(InterviewAgentDb db) => [.. StoreTable.All(db).Select(table => $"{table.Name}({string.Join(',', table.Key)}): {string.Join(", ", table.Columns)}")];
        Assert.Equal(Shape(sqlite).Order(StringComparer.Ordinal), Shape(postgres).Order(StringComparer.Ordinal));
        Assert.True(Shape(sqlite).Count > 40);
    }

    [Fact]
    public async Task What_arrives_is_what_was_sent_there_and_back()
    {
        await Fill(file);
        var there = await Copy(file, other);
        Assert.All(there, table => Assert.Equal(table.Source, table.Target));
        Assert.Contains(there, table => table.Source is { Table: "Turns", Rows: 5 });
        Stock.Leave(other);
        Assert.All(await Copy(other, back), table => Assert.Equal(table.Source, table.Target));
        await using var one = file.Open();
        await using var two = back.Open();
        await one.Database.OpenConnectionAsync();
        await two.Database.OpenConnectionAsync();
        Assert.Equal(await Stock.Counted(one), await Stock.Counted(two));
    }

    [Fact]
    public async Task What_was_copied_is_found_by_search_and_added_to()
    {
        var interview = await Fill(file);
        await Copy(file, other);
        await using var db = other.Open();
        Assert.Equal(5, await db.Matching(["sheet"]).CountAsync());
        Assert.Equal([2, 2, 2, 2, 0], (await db.DigestClaims.ToListAsync()).Select(claim => claim.Rests.Count).OrderDescending());
        db.Add(new SearchableQuote { InterviewId = interview.Id, AccountId = interview.AccountId, TurnId = interview.Turns[0].Id, Start = 0, Length = 5, Words = "another sheet" });
        await db.SaveChangesAsync();
        Assert.Equal(6, await db.Matching(["sheet"]).CountAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(14)]
    public async Task A_copy_that_died_goes_on_where_it_was(int batches)
    {
        await Fill(file);
        var told = 0;
        await Assert.ThrowsAsync<TimeoutException>(() => Copy(file, other, (_, _, _) => _ = ++told == batches ? throw new TimeoutException() : 0));
        await using (var db = other.Open())
        {
            Assert.Contains((await new VerifyStore(db).Run(null)).Faults, fault => fault.StartsWith("copy: it is not whole", StringComparison.Ordinal));
        }
        Stock.Leave(other);
        long now = 0;
        var tables = await Copy(file, other, (_, _, all) => now = all);
        Assert.All(tables, table => Assert.Equal(table.Source, table.Target));
        Assert.InRange(now, 1, tables.Sum(table => table.Source.Rows) - batches);
        await using var whole = other.Open();
        Assert.Empty((await new VerifyStore(whole).Run(null)).Faults);
    }

    [Fact]
    public async Task A_target_that_holds_something_is_left_as_it_is()
    {
        await Fill(file);
        await Fill(other);
        Assert.Contains("there are rows in", (await Assert.ThrowsAsync<BadInputException>(() => Copy(file, other))).Message, StringComparison.Ordinal);
        await using var db = other.Open();
        Assert.Equal(5, await db.Turns.CountAsync());
    }

    [Fact]
    public async Task Another_stores_unfinished_copy_is_not_gone_on_with()
    {
        await Fill(file);
        await Fill(back);
        await Assert.ThrowsAsync<TimeoutException>(() => Copy(file, other, (_, _, _) => throw new TimeoutException()));
        Assert.Contains("unfinished copy of another store", (await Assert.ThrowsAsync<BadInputException>(() => Copy(back, other))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_another_process_has_open_is_not_copied()
    {
        await Fill(file);
        using var reader = Process.Start(new ProcessStartInfo("tail", ["-f", file.Path]) { RedirectStandardOutput = true })!;
        try
        {
            for (var until = DateTime.UtcNow.AddSeconds(10); DateTime.UtcNow < until && !Directory.EnumerateFileSystemEntries($"/proc/{reader.Id}/fd").Any(link => new FileInfo(link).LinkTarget == file.Path); await Task.Delay(10))
            {
            }
            Assert.Contains($"process {reader.Id} has it open", (await Assert.ThrowsAsync<BadInputException>(() => Copy(file, other))).Message, StringComparison.Ordinal);
        }
        finally
        {
            reader.Kill();
        }
    }

    [Theory]
    [InlineData("postgres:Host=db;Database=a;Username=b;Password=zebrafinch")]
    [InlineData("postgres:zebrafinch")]
    [InlineData("postgres:Host=db")]
    [InlineData("sqlite:")]
    [InlineData("zebrafinch")]
    [InlineData("mysql:x")]
    public void An_address_that_is_none_is_refused_without_repeating_a_password(string address)
    {
        var refused = Assert.Throws<BadInputException>(() => StoreAt.Parse(address));
        Assert.True(address == "zebrafinch" || !refused.Message.Contains("zebrafinch", StringComparison.Ordinal));
    }

    private static async Task<InterviewAgent.Interviewing.Interview> Fill(TestDatabase database)
    {
        await using var db = database.Open();
        return await Stock.Fill(db);
    }

    private static async Task<IReadOnlyList<(TableCount Source, TableCount Target)>> Copy(TestDatabase from, TestDatabase to, Action<string, long, long>? tell = null)
    {
        Stock.Leave(from);
        await using var source = from.Open();
        await using var target = to.Open();
        return await new CopyStore(source, target) { Batch = 2 }.Run(tell ?? ((_, _, _) => { }));
    }

    public void Dispose()
    {
        file.Dispose();
        other.Dispose();
        back.Dispose();
    }
}
