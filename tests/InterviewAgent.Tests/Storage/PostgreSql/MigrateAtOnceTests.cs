using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InterviewAgent.Tests.Storage.PostgreSql;

public sealed class MigrateAtOnceTests : IDisposable
{
    private readonly TestDatabase database = new(StorageProvider.PostgreSql, empty: true);

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Of_servers_that_start_at_once_one_migrates()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => new MigrateDatabase(database).Run())));
        Assert.Single(applied, one => one.Count > 0);
        Assert.Empty(await new MigrateDatabase(database).Pending());
    }

    [Fact]
    public async Task A_migration_that_was_killed_leaves_no_lock_and_no_half_of_a_schema()
    {
        await using (var killed = database.Open())
        {
            await using var alone = await killed.MigrateAlone(default);
            await using var work = await killed.Database.BeginTransactionAsync();
            await killed.Database.ExecuteSqlRawAsync("""CREATE TABLE "Half" ("Id" integer)""");
            await Kill();
        }
        Assert.NotEmpty(await new MigrateDatabase(database).Run().WaitAsync(TimeSpan.FromSeconds(60)));
        await using var db = database.Open();
        Assert.Equal(0, await db.Database.SqlQuery<int>($"""SELECT 1 AS "Value" FROM pg_class WHERE relname = 'Half'""").CountAsync());
    }

    private async Task Kill()
    {
        await using NpgsqlConnection other = new(database.Server.ConnectionString + ";Pooling=false");
        await other.OpenAsync();
        await using NpgsqlCommand kill = new("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", other);
        await kill.ExecuteNonQueryAsync();
    }
}
