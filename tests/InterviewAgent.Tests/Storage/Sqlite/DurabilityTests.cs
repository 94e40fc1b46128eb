using InterviewAgent.Accounts;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InterviewAgent.Tests.Storage.Sqlite;

public sealed class DurabilityTests : IDisposable
{
    private readonly TestDatabase database = new(StorageProvider.Sqlite);

    public void Dispose() => database.Dispose();

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "1")] // NORMAL: FlushLog waits for the disk instead.
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "30000")]
    public void Every_connection_keeps_what_it_acknowledged(string pragma, string value)
    {
        using var db = database.Open();
        db.Database.OpenConnection();
        using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names are the four above.
        command.CommandText = $"PRAGMA {pragma}";
#pragma warning restore CA2100
        Assert.Equal(value, command.ExecuteScalar()!.ToString());
    }

    [Fact]
    public void A_writing_unit_of_work_takes_its_turn_from_the_start()
    {
        using var first = database.Open();
        using var transaction = first.Database.BeginTransaction();
        using SqliteConnection second = new(database.File.ConnectionString + ";Default Timeout=1");
        second.Open();
        Assert.Equal(5 /* SQLITE_BUSY */, Assert.Throws<SqliteException>(() => second.BeginTransaction()).SqliteErrorCode);
    }

    [Fact]
    public void A_new_row_reached_through_a_list_is_added()
    {
        using var db = database.Open();
        Account account = new() { ExternalId = "a", Name = "A" };
        db.Accounts.Add(account);
        db.SaveChanges();
        account.Respondents.Add(new Respondent { AccountId = account.Id, ExternalId = "p" });
        Assert.Equal(1, db.SaveChanges());
    }
}
