using Microsoft.Data.Sqlite;
using Npgsql;

namespace InterviewAgent.Storage;

public static class StoreFailure
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Protocol = 15;
    private const string IdleInTransaction = "25P03";

    /// <summary>
    /// True when the store was only taken by another one, or away for a moment: the same again in a moment will do
    /// (sqlite.org/rescode.html; PostgreSQL's appendix A: a lost connection, a conflict of two transactions, a server that stops or starts).
    /// </summary>
    public static bool IsPassing(Exception? failure) => failure switch
    {
        null => false,
        SqliteException { SqliteErrorCode: Busy or Locked or Protocol } => true,
        PostgresException refused => IsPassing(refused.SqlState),
        NpgsqlException { IsTransient: true } => true,
        // The line broke in a statement whose failure was swallowed (the release of a savepoint), or a read was given up: nothing was committed by it.
        ObjectDisposedException { ObjectName: nameof(NpgsqlTransaction) } or OperationCanceledException { InnerException: TimeoutException } => true,
        AggregateException many => many.InnerExceptions.Count > 0 && many.InnerExceptions.All(IsPassing),
        _ => IsPassing(failure.InnerException),
    };

    /// <summary>True when PostgreSQL was known and gave no answer, or says that it stops or starts; what a person must mend (a password, a name) is not that.</summary>
    public static bool IsAway(Exception? failure) => IsPassing(failure) && !IsSqlite(failure) && !WasOvertaken(failure);

    /// <summary>True when another unit of work came first: everything read may be out of date, and the whole is to be done again.</summary>
    internal static bool WasOvertaken(Exception? failure) => failure switch
    {
        null => false,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        _ => WasOvertaken(failure.InnerException),
    };

    /// <summary>What to mend when PostgreSQL cannot be reached or does not let us in; null: another failure. No word of the connection string.</summary>
    internal static string? Unreachable(Exception? failure) => failure switch
    {
        null => null,
        PostgresException { SqlState: "28P01" or "28000" } => "The database: PostgreSQL does not let this user in. Check user and password in INTERVIEW_AGENT_POSTGRES.",
        PostgresException { SqlState: "42501" } => "The database: this user may not do that. Let it create tables and a schema in its database, then run `interview-agent db migrate`.",
        PostgresException refused when IsPassing(refused) => "The database: it was taken, or away for a moment; nothing was half done. Run the same again.",
        PostgresException => null,
        NpgsqlException => "The database: PostgreSQL does not answer. Check host and port in INTERVIEW_AGENT_POSTGRES, and that it runs and may be reached from here.",
        _ => Unreachable(failure.InnerException),
    };

    internal static bool IsSqlite(Exception? failure) => failure is not null && (failure is SqliteException || IsSqlite(failure.InnerException));

    private static bool IsPassing(string state) => state is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
        or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.TooManyConnections or IdleInTransaction
        || state is PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.InFailedSqlTransaction
        || state.StartsWith("57P0", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal);
}
