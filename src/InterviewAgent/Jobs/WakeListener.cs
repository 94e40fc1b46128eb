using Microsoft.Extensions.Hosting;
using Quartz;

namespace InterviewAgent.Jobs;

/// <summary>Turns a <see cref="Wake"/> into an immediate run of the sweeps that want one. Runs once the scheduler has started.</summary>
internal sealed class WakeListener(Wake wake, ISchedulerFactory schedulers, IEnumerable<SweepSchedule> schedules) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await wake.Called(stoppingToken);
                var scheduler = await schedulers.GetScheduler(stoppingToken);
                foreach (var schedule in schedules.Where(schedule => schedule.OnWake))
                {
                    await scheduler.TriggerJob(new JobKey(schedule.Name), cancellationToken: stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }
}
