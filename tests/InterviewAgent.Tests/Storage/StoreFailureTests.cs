using InterviewAgent.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InterviewAgent.Tests.Storage;

public sealed class StoreFailureTests
{
    [Theory]
    [InlineData(5, 261, true)] // SQLITE_BUSY_RECOVERY: another process reads a killed server's log back.
    [InlineData(5, 5, true)]
    [InlineData(6, 6, true)]
    [InlineData(15, 15, true)]
    [InlineData(19, 19, false)]
    [InlineData(11, 11, false)]
    public void A_store_that_is_taken_for_the_moment_is_a_passing_failure(int code, int extended, bool passing) =>
        Assert.Equal(passing, StoreFailure.IsPassing(new DbUpdateException("", new SqliteException("", code, extended))));

    [Theory]
    [InlineData("40001", true)] // Overtaken by another transaction.
    [InlineData("40P01", true)] // Deadlock: this one was chosen to give way.
    [InlineData("55P03", true)] // Another one held the row for too long.
    [InlineData("57P01", true)] // The server stops, or somebody ended this connection.
    [InlineData("57P03", true)] // The server is starting.
    [InlineData("53300", true)] // Too many connections.
    [InlineData("08006", true)]
    [InlineData("57014", true)] // Cancelled, because it took too long or meant for the statement before.
    [InlineData("25P02", true)] // A statement before it failed, and that was not said.
    [InlineData("23505", false)]
    [InlineData("42P01", false)]
    [InlineData("28P01", false)]
    public void PostgreSQL_says_by_its_codes_whether_the_same_again_will_do(string code, bool passing) =>
        Assert.Equal(passing, StoreFailure.IsPassing(new DbUpdateException("", new PostgresException("", "ERROR", "ERROR", code))));

    [Fact]
    public void A_connection_that_broke_is_a_passing_failure() =>
        Assert.True(StoreFailure.IsPassing(new NpgsqlException("", new IOException())));

    [Fact]
    public void A_connection_that_broke_while_a_savepoint_was_released_is_one_too() =>
        Assert.True(StoreFailure.IsPassing(new ObjectDisposedException(nameof(NpgsqlTransaction), new OperationCanceledException("", new TimeoutException()))));

    [Fact]
    public void Anything_else_is_not()
    {
        Assert.False(StoreFailure.IsPassing(new InvalidOperationException()));
        Assert.False(StoreFailure.IsPassing(new ObjectDisposedException("Stream")));
        Assert.False(StoreFailure.IsPassing(new OperationCanceledException()));
    }
}
