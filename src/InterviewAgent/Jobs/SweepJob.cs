using Microsoft.Extensions.Logging;
using Quartz;

namespace InterviewAgent.Jobs;

/// <summary>Runs the sweep that its key names. One at a time each: a second run would only find the same rows.</summary>
[DisallowConcurrentExecution]
internal sealed partial class SweepJob(
    IEnumerable<SweepSchedule> schedules, RunSweep run, Wake wake, ILogger<SweepJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var name = context.JobDetail.Key.Name;
        if (schedules.FirstOrDefault(schedule => schedule.Name == name) is not { } schedule)
        {
            return; // Scheduled by a version that had it.
        }

        try
        {
            var done = await run.Of(schedule, cancellationToken);
            if (done > 0)
            {
                Log.Done(logger, name, done);
                wake.Up(); // One sweep feeds the next: what was analysed wants to be read.
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
#pragma warning disable CA1031 // The job runner is one of the three places where exceptions end; the rows stay for the next sweep.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Failed(logger, name, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Sweep {Name} did {Count} rows.")]
        public static partial void Done(ILogger logger, string name, int count);

        [LoggerMessage(2, LogLevel.Error, "Sweep {Name} failed; what it did not finish stays for the next one.")]
        public static partial void Failed(ILogger logger, string name, Exception failure);
    }
}
