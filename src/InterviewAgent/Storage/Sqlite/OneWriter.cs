using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InterviewAgent.Storage.Sqlite;

/// <summary>
/// SQLite has one writer at a time, and who finds it taken sleeps and looks again, each holding a thread: sixteen writers on two
/// cores so come to a tenth of what one alone would write. Here the writers of this process queue without a thread and take over from
/// each other at once; those of other processes are left to SQLite. The queue is left before the disk has the bytes, and who wrote
/// waits for that: <see cref="FlushLog"/>.
/// </summary>
#pragma warning disable CA1001 // A semaphore whose wait handle nobody asks for holds nothing that could be disposed.
internal sealed class OneWriter(TimeSpan patience, FlushLog log) : IDbTransactionInterceptor, IDbCommandInterceptor, IDbConnectionInterceptor
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly ConcurrentDictionary<Guid, bool> writing = new();

    public InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        Enter(eventData.ConnectionId);
        return result;
    }

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        await EnterAsync(eventData.ConnectionId, cancellationToken);
        return result;
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        Leave(eventData.ConnectionId);
        log.Flush().GetAwaiter().GetResult();
    }

    /// <summary>Not to be cancelled: it is committed, and only the disk is waited for.</summary>
    public async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.ConnectionId);
        await log.Flush();
    }

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => Leave(eventData.ConnectionId);

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.ConnectionId);
        return Task.CompletedTask;
    }

    // A transaction that is given up without a word, or whose commit failed, ends with its connection.
    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Leave(eventData.ConnectionId);

    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        Leave(eventData.ConnectionId);
        return Task.CompletedTask;
    }

    /// <summary>A statement on its own is a transaction too.</summary>
    public InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        if (command.Transaction is null)
        {
            Enter(eventData.ConnectionId);
        }

        return result;
    }

    public async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
        {
            await EnterAsync(eventData.ConnectionId, cancellationToken);
        }

        return result;
    }

    public int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        if (command.Transaction is null)
        {
            Leave(eventData.ConnectionId);
            log.Flush().GetAwaiter().GetResult();
        }

        return result;
    }

    public async ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
        {
            Leave(eventData.ConnectionId);
            await log.Flush();
        }

        return result;
    }

    // Who has waited long enough tries without a turn: SQLite itself keeps the writers apart, and says so when it cannot.
    private void Enter(Guid connection)
    {
        if (!writing.ContainsKey(connection) && turn.Wait(patience))
        {
            writing[connection] = true;
        }
    }

    private async ValueTask EnterAsync(Guid connection, CancellationToken cancellation)
    {
        if (!writing.ContainsKey(connection) && await turn.WaitAsync(patience, cancellation))
        {
            writing[connection] = true;
        }
    }

    private void Leave(Guid connection)
    {
        if (writing.TryRemove(connection, out _))
        {
            turn.Release();
        }
    }
}
