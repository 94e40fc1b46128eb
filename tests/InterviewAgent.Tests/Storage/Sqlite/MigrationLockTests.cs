using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Storage.Sqlite;

public sealed class MigrationLockTests
{
    [Fact]
    public async Task A_lock_left_by_a_killed_migration_does_not_stop_the_next()
    {
        using var database = new TestDatabase(StorageProvider.Sqlite, empty: true);
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); "
                + "INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01');");
        }

        var applied = await new MigrateDatabase(database).Run().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.NotEmpty(applied);
    }
}
