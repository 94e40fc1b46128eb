using InterviewAgent.Accounts;
using InterviewAgent.Storage;
using InterviewAgent.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Storage.Sqlite;

public sealed class OneWriterTests : IDisposable
{
    private readonly TestDatabase database = new(StorageProvider.Sqlite);

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Many_writers_at_once_all_come_to_write()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(async () =>
        {
            await using var db = database.Open();
            await using var work = await db.Database.BeginTransactionAsync();
            Add(db, n);
            await db.SaveChangesAsync();
            await work.CommitAsync();
            await db.Accounts.Where(account => account.ExternalId == $"{n}").ExecuteUpdateAsync(set => set.SetProperty(account => account.Name, "renamed"));
        })));
        await using var after = database.Open();
        Assert.Equal(40, await after.Accounts.CountAsync(account => account.Name == "renamed"));
    }

    [Fact]
    public async Task A_transaction_that_is_given_up_or_fails_holds_up_nobody()
    {
        await using (var db = database.Open())
        {
            await using var given = await db.Database.BeginTransactionAsync();
            Add(db, 1);
            await db.SaveChangesAsync();
        }

        await using (var db = database.Open())
        {
            Add(db, 2);
            db.Respondents.Add(new() { AccountId = Guid.NewGuid(), ExternalId = "of nobody" });
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        }

        await using (var db = database.Open())
        {
            await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("INSERT INTO Nowhere VALUES (1)"));
        }

        await using var next = database.Open();
        Add(next, 3);
        await next.SaveChangesAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(["3"], await next.Accounts.Select(account => account.ExternalId).ToListAsync());
    }

    [Fact]
    public async Task One_flush_serves_everybody_who_waits_for_it()
    {
        var path = Path.Combine(Path.GetDirectoryName(database.Path)!, "flushed");
        FlushLog log = new(path);
        await log.Flush(); // No log: all of it is in the database.
        await File.WriteAllBytesAsync(path + "-wal", new byte[1 << 16]);
        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => log.Flush()));
        Assert.InRange(log.Flushes, 2, 400);
    }

    private static void Add(InterviewAgent.Storage.InterviewAgentDb db, int n) =>
        db.Accounts.Add(new Account { ExternalId = $"{n}", Name = $"Account {n}" });
}
