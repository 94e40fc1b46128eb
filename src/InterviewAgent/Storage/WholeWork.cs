using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Storage;

/// <summary>
/// A unit of work with a transaction of its own, done again from its beginning when another one overtook it, or when PostgreSQL was away for a
/// moment. It reads all it needs inside of itself. A commit whose outcome stayed unknown may be done twice: what it stores has a key
/// that a second time meets (a message's id, a claim, one row a week).
/// </summary>
public static class WholeWork
{
    private const int Attempts = 10;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    /// <param name="work">Forgets nothing between two tries but what the context tracks.</param>
    public static async Task<T> Whole<T>(this InterviewAgentDb db, Func<Task<T>> work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(work);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (Exception failure) when (attempt < Attempts && !cancellation.IsCancellationRequested && IsRepeated(failure))
            {
                db.ChangeTracker.Clear();
                await Task.Delay(Wait(failure, attempt), cancellation);
            }
        }
    }

    public static Task Whole(this InterviewAgentDb db, Func<Task> work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        return db.Whole(async () =>
        {
            await work();
            return true;
        }, cancellation);
    }

    // SQLite has waited its whole patience before it says that it is taken.
    private static bool IsRepeated(Exception failure) => failure is DbUpdateConcurrencyException || StoreFailure.IsPassing(failure) && !StoreFailure.IsSqlite(failure);

    /// <summary>Overtaken: a few milliseconds, never the same for two. Away: longer each time, some fifteen seconds in all.</summary>
    private static TimeSpan Wait(Exception failure, int attempt) => failure is DbUpdateConcurrencyException || StoreFailure.WasOvertaken(failure)
        ? TimeSpan.FromMilliseconds(attempt * Random.Shared.Next(5, 25))
        : TimeSpan.FromMilliseconds(Math.Min(Longest.TotalMilliseconds, 100 * Math.Pow(2, attempt - 1)) * (0.75 + (Random.Shared.NextDouble() / 2)));
}
