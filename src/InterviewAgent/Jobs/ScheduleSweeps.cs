using Microsoft.Extensions.Hosting;
using Quartz;

namespace InterviewAgent.Jobs;

/// <summary>Puts every registered sweep on the schedule when the server starts.</summary>
internal sealed class ScheduleSweeps(ISchedulerFactory schedulers, IEnumerable<SweepSchedule> schedules) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var schedule in schedules.Where(schedule => !schedule.EachServer))
        {
            var job = JobBuilder.Create<SweepJob>().WithIdentity(schedule.Name).StoreDurably().Build();
            var trigger = TriggerBuilder.Create().WithIdentity(schedule.Name).ForJob(job).StartNow()
                .WithSimpleSchedule(every => every.WithInterval(schedule.Every).RepeatForever())
                .Build();
            await scheduler.ScheduleJob(job, [trigger], new ScheduleJobOptions { Replace = true }, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
