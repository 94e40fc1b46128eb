using System.Collections.Concurrent;
using System.Diagnostics;
using InterviewAgent.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Jobs;

/// <summary>Runs a sweep once, in a scope of its own, and notes how long it took and when it ended well.</summary>
public sealed class RunSweep(IServiceScopeFactory scopes, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> ended = new(StringComparer.Ordinal);
    private readonly DateTimeOffset began = clock.GetUtcNow();

    /// <returns>Rows that were done.</returns>
    public async Task<int> Of(SweepSchedule schedule, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var watch = Stopwatch.GetTimestamp();
        var outcome = "failed";
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var done = await ((ISweep)scope.ServiceProvider.GetRequiredService(schedule.Sweep)).Run(cancellation);
            outcome = "done";
            ended[schedule.Name] = clock.GetUtcNow();
            Figures.SweepRows.Count(done, ("sweep", schedule.Name));
            return done;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            outcome = "stopped";
            throw;
        }
        finally
        {
            Figures.Sweep.Took(Stopwatch.GetElapsedTime(watch), ("sweep", schedule.Name), ("outcome", outcome));
        }
    }

    /// <summary>How much longer than its interval ago a sweep last ended well in this process; zero while it keeps to its times.</summary>
    internal TimeSpan Lag(SweepSchedule schedule)
    {
        var late = clock.GetUtcNow() - ended.GetValueOrDefault(schedule.Name, began) - schedule.Every;
        return late > TimeSpan.Zero ? late : TimeSpan.Zero;
    }
}
