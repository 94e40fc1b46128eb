using Quartz;

namespace InterviewAgent.Jobs;

/// <summary>Runs the sweep that its key names. One at a time each, on one of all servers: a second run would only find the same rows.</summary>
[DisallowConcurrentExecution]
internal sealed class SweepJob(IEnumerable<SweepSchedule> schedules, TrySweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var name = context.JobDetail.Key.Name;
        if (schedules.FirstOrDefault(schedule => schedule.Name == name) is { } schedule) // Else scheduled by a version that had it.
        {
            await sweep.Run(schedule, cancellationToken);
        }
    }
}
