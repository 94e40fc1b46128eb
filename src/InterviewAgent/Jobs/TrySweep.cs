using Microsoft.Extensions.Logging;

namespace InterviewAgent.Jobs;

/// <summary>Runs a sweep once; what fails ends here.</summary>
internal sealed partial class TrySweep(RunSweep sweep, Wake wake, ILogger<TrySweep> logger)
{
    public async Task Run(SweepSchedule schedule, CancellationToken cancellation)
    {
        try
        {
            var done = await sweep.Of(schedule, cancellation);
            if (done > 0)
            {
                Log.Done(logger, schedule.Name, done);
                wake.Up(); // One sweep feeds the next: what was analysed wants to be read.
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
#pragma warning disable CA1031 // The job runner is one of the three places where exceptions end; the rows stay for the next sweep.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Failed(logger, schedule.Name, failure);
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
