using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Erasures;
using InterviewAgent.Storage;
using InterviewAgent.Storage.Moving;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Storage.Moving;

/// <summary>A backup comes back whole, into either provider, or not at all.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("interview-agent-backup-").FullName;
    private readonly TestDatabase first = new();
    private readonly TestDatabase second = new();
    private readonly TestDatabase file = new(StorageProvider.Sqlite, empty: true);

    [Fact]
    public async Task A_restored_backup_is_the_store_as_it_was_whatever_happened_since()
    {
        await Fill();
        var (backup, tables) = await Stores(first).BackUp(folder);
        await Fill(); // After it.
        foreach (var target in new[] { second, file })
        {
            var (restored, erased) = await Stores(target).Restore(backup, (_, _) => { });
            Assert.Equal(0, erased);
            Assert.Equal(tables, restored);
            var report = await Stores(target).Verify();
            Assert.Empty(report.Faults);
            Assert.Equal(tables.OrderBy(table => table.Table), report.Tables.OrderBy(table => table.Table));
        }
        Assert.Equal(tables, await MoveStores.VerifyFile(backup));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(backup) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task A_backup_is_of_one_moment_while_others_write()
    {
        await Fill();
        using CancellationTokenSource enough = new();
        var writing = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                await Fill();
            }
        });
        var (backup, _) = await Stores(first).BackUp(folder);
        await enough.CancelAsync();
        await writing;
        await Stores(second).Restore(backup, (_, _) => { });
        var report = await Stores(second).Verify();
        Assert.Empty(report.Faults);
        long Rows(string table) => report.Tables.Single(one => one.Table == table).Rows;
        Assert.Equal((5 * Rows("Accounts"), Rows("Turns")), (Rows("Turns"), Rows("Interviews")));
    }

    [Fact]
    public async Task A_backup_that_was_cut_or_changed_anywhere_leaves_the_store_empty()
    {
        await Fill();
        var (backup, _) = await Stores(first).BackUp(folder);
        var bytes = await File.ReadAllBytesAsync(backup);
        var bad = Path.Combine(folder, "bad");
        foreach (var place in Enumerable.Range(0, 12).Select(part => bytes.Length * part / 12))
        {
            await File.WriteAllBytesAsync(bad, bytes[..place]);
            await Assert.ThrowsAsync<BadInputException>(() => Stores(second).Restore(bad, (_, _) => { }));
            await Assert.ThrowsAsync<BadInputException>(() => MoveStores.VerifyFile(bad));
        }
        await using var db = second.Open();
        await db.Database.OpenConnectionAsync();
        Assert.Null(await new StoreRows(db).Filled(StoreTable.All(db), default));
        await Stores(second).Restore(backup, (_, _) => { });
    }

    [Fact]
    public async Task A_store_that_holds_something_and_a_file_that_is_there_are_left_as_they_are()
    {
        await Fill();
        var (backup, _) = await Stores(first).BackUp(folder);
        Assert.Contains("there are rows in", (await Assert.ThrowsAsync<BadInputException>(() => Stores(first).Restore(backup, (_, _) => { }))).Message, StringComparison.Ordinal);
        Assert.Contains("it is there already", (await Assert.ThrowsAsync<BadInputException>(() => Stores(first).BackUp(backup))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_erased_since_the_backup_does_not_come_back_with_it()
    {
        var interview = await Fill();
        var (backup, _) = await Stores(first).BackUp(folder);
        using ErasedFile list = new(Path.Combine(folder, "erased.jsonl"));
        await using (var db = first.Open())
        {
            await new EraseRespondent(db, TimeProvider.System).Run(interview.RespondentId, "admin");
            await new KeepErasures(db, list).Run();
        }
        await using (var before = second.Open())
        {
            await new RestoreStore(before, new MigrateDatabase(second)).Run(backup, (_, _) => { });
            Assert.Contains((await new VerifyStore(before).Run(await list.Read(default))).Faults, fault => fault.StartsWith("erasures: 1 people", StringComparison.Ordinal));
        }
        Assert.True(await new ReplayErasures(second, list, TimeProvider.System).Run() > 0);
        await using var after = second.Open();
        Assert.Empty((await new VerifyStore(after).Run(await list.Read(default))).Faults);
        Assert.False(await after.Respondents.AnyAsync(person => person.Id == interview.RespondentId));
    }

    [Fact]
    public async Task A_quote_outside_of_its_turn_is_found()
    {
        var interview = await Fill();
        await using var db = first.Open();
        Assert.Empty((await new VerifyStore(db).Run(null)).Faults);
        await db.Set<InterviewAgent.Analysis.Quote>().Where(quote => quote.TurnId == interview.Turns[0].Id)
            .ExecuteUpdateAsync(set => set.SetProperty(quote => quote.Length, quote => quote.Length + 1));
        Assert.Equal(["quotes: 1 lie outside of the turn they are cut from."], (await new VerifyStore(db).Run(null)).Faults);
    }

    private async Task<InterviewAgent.Interviewing.Interview> Fill()
    {
        await using var db = first.Open();
        return await Stock.Fill(db);
    }

    private MoveStores Stores(TestDatabase database)
    {
        ErasedFile none = new(Path.Combine(folder, Guid.NewGuid().ToString()));
        return new MoveStores(database, none, new ReplayErasures(database, none, TimeProvider.System), TimeProvider.System);
    }

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
        file.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
