using Microsoft.Data.Sqlite;

namespace InterviewAgent.Storage;

public static class StoreFailure
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Protocol = 15;

    /// <summary>True when the store was only taken by another one: the same again in a moment will do (sqlite.org/rescode.html).</summary>
    public static bool IsPassing(Exception? failure) => failure is not null
        && (failure is SqliteException { SqliteErrorCode: Busy or Locked or Protocol } || IsPassing(failure.InnerException));
}
