using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace InterviewAgent.Jobs;

/// <summary>Turns a <see cref="Wake"/> into an immediate run of the sweeps that want one. Runs once the scheduler has started.</summary>
internal sealed partial class WakeListener(
    Wake wake, ISchedulerFactory schedulers, IEnumerable<SweepSchedule> schedules, TimeProvider clock, ILogger<WakeListener> logger) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await wake.Called(stoppingToken);
                await Run(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task Run(CancellationToken stopping)
    {
        try
        {
            var scheduler = await schedulers.GetScheduler(stopping);
            foreach (var schedule in schedules.Where(schedule => schedule.OnWake))
            {
                await scheduler.TriggerJob(new JobKey(schedule.Name), cancellationToken: stopping);
            }
        }
#pragma warning disable CA1031 // A schedule whose store is away for a moment must not end the server; the call is made again.
        catch (Exception failure) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.NotWoken(logger, failure);
            await Task.Delay(Rest, clock, stopping);
            wake.Up();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The sweeps could not be woken; it is tried again, and they run at their own times.")]
        public static partial void NotWoken(ILogger logger, Exception failure);
    }
}
