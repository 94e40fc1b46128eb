using InterviewAgent.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace InterviewAgent.Jobs;

/// <summary>Puts every registered sweep on the schedule when the server starts. The start does not wait for it: those of the last one still run.</summary>
internal sealed partial class ScheduleSweeps(
    ISchedulerFactory schedulers, IEnumerable<SweepSchedule> schedules, TimeProvider clock, ILogger<ScheduleSweeps> logger) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var scheduler = await schedulers.GetScheduler(stoppingToken);
            foreach (var schedule in schedules.Where(schedule => !schedule.EachServer))
            {
                await Put(scheduler, schedule, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task Put(IScheduler scheduler, SweepSchedule schedule, CancellationToken cancellation)
    {
        while (true)
        {
            var job = JobBuilder.Create<SweepJob>().WithIdentity(schedule.Name).StoreDurably().Build();
            var trigger = TriggerBuilder.Create().WithIdentity(schedule.Name).ForJob(job).StartNow()
                .WithSimpleSchedule(every => every.WithInterval(schedule.Every).RepeatForever())
                .Build();
            try
            {
                await scheduler.ScheduleJob(job, [trigger], new ScheduleJobOptions { Replace = true }, cancellation);
                return;
            }
            catch (JobPersistenceException failure) when (StoreFailure.IsAway(failure))
            {
                Log.Waits(logger, schedule.Name, failure);
                await Task.Delay(Rest, clock, cancellation);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The sweep {Name} could not be scheduled, because the store is away; it is tried again.")]
        public static partial void Waits(ILogger logger, string name, Exception failure);
    }
}
