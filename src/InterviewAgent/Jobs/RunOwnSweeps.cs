using Microsoft.Extensions.Hosting;

namespace InterviewAgent.Jobs;

/// <summary>The sweeps that each server runs for itself; the schedule, which all servers share, knows nothing of them.</summary>
internal sealed class RunOwnSweeps(IEnumerable<SweepSchedule> schedules, TrySweep sweep, TimeProvider clock) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(schedules.Where(schedule => schedule.EachServer).Select(schedule => Repeat(schedule, stoppingToken)));

    private async Task Repeat(SweepSchedule schedule, CancellationToken cancellation)
    {
        using PeriodicTimer timer = new(schedule.Every, clock);
        do
        {
            await sweep.Run(schedule, cancellation);
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }
}
