using InterviewAgent.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

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

    [Fact]
    public void Anything_else_is_not() => Assert.False(StoreFailure.IsPassing(new InvalidOperationException()));
}
