using System.Diagnostics.Metrics;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InterviewAgent.Jobs;

/// <summary>
/// How much waits in the store and for how long, and how late the sweeps are. The store is asked every few seconds and not when somebody
/// reads the figures. Every server of one store says the same of its queues: take the greatest, never the sum.
/// </summary>
public sealed partial class MeasureWork : BackgroundService
{
    /// <summary>To be listened to by whoever exports.</summary>
    public const string MeterName = "InterviewAgent.Work";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    private readonly Meter meter = new(MeterName);
    private readonly IReadOnlyList<WaitingWork> queues;
    private readonly IDbContextFactory<InterviewAgentDb> factory;
    private readonly TimeProvider clock;
    private readonly ILogger<MeasureWork> logger;
    private IReadOnlyList<(string Queue, long Depth, double Age)> measured = [];

    public MeasureWork(
        IEnumerable<WaitingWork> queues, IEnumerable<SweepSchedule> schedules, RunSweep sweeps, IDbContextFactory<InterviewAgentDb> factory,
        TimeProvider clock, ILogger<MeasureWork> logger)
    {
        (this.queues, this.factory, this.clock, this.logger) = ([.. queues], factory, clock, logger);
        meter.CreateObservableGauge("interviewagent.queue.depth", () => measured.Select(now => new Measurement<long>(now.Depth, Tag("queue", now.Queue))),
            "{row}", "Rows that wait.");
        meter.CreateObservableGauge("interviewagent.queue.age", () => measured.Select(now => new Measurement<double>(now.Age, Tag("queue", now.Queue))),
            "s", "How long the oldest of them has waited; 0 when none does.");
        List<SweepSchedule> all = [.. schedules];
        meter.CreateObservableGauge("interviewagent.sweep.lag",
            () => all.Select(schedule => new Measurement<double>(sweeps.Lag(schedule).TotalSeconds, Tag("sweep", schedule.Name))),
            "s", "How much longer than its interval ago the sweep last ended well here.");
    }

    /// <summary>Asks the store now.</summary>
    public async Task Run(CancellationToken cancellation = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var now = clock.GetUtcNow();
        List<(string, long, double)> found = [];
        foreach (var (queue, depth, since) in queues)
        {
            var waiting = await depth(db, now).LongCountAsync(cancellation);
            var oldest = waiting == 0 ? null : await since(db, now).FirstOrDefaultAsync(cancellation);
            found.Add((queue, waiting, oldest is { } at ? Math.Max(0, (now - at).TotalSeconds) : 0));
        }
        measured = found;
    }

    public override void Dispose()
    {
        meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Run(stoppingToken);
            }
#pragma warning disable CA1031 // A job runner: what cannot be counted now is counted the next time.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.Failed(logger, failure);
            }
            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Waiting work could not be counted.")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
