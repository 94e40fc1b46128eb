using System.Threading.Channels;
using InterviewAgent.Interviewing.Delivery;

namespace InterviewAgent.Web.Channels.Connector.Inbox;

/// <summary>
/// Marks arrivals as done, many in one transaction, so that an acknowledgement waits for one write and not for two. What happens when
/// a crash comes between is in the decision of 2026-11-22 on the inbox.
/// </summary>
internal sealed partial class NoteArrivals(StoredArrivals stored, TimeProvider clock, ILogger<NoteArrivals> logger) : BackgroundService
{
    private const int Most = 500;
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(50);
    private readonly Channel<(Arrival Arrival, Action Noted)> done = Channel.CreateUnbounded<(Arrival, Action)>();

    /// <param name="noted">Called when the mark is stored; until then a copy must be known by other means.</param>
    public void Add(Arrival arrival, Action noted) => done.Writer.TryWrite((arrival, noted));

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        done.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await done.Reader.WaitToReadAsync(CancellationToken.None))
        {
            await Task.Delay(Together, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            List<(Arrival Arrival, Action Noted)> now = [];
            while (now.Count < Most && done.Reader.TryRead(out var next))
            {
                now.Add(next);
            }
            await Note(now, stoppingToken);
        }
    }

    private async Task Note(List<(Arrival Arrival, Action Noted)> now, CancellationToken stopping)
    {
        do
        {
            try
            {
                await stored.Done(now.ConvertAll(one => one.Arrival));
                now.ForEach(one => one.Noted());
                return;
            }
#pragma warning disable CA1031 // Whatever the store suffers from: the work itself is done, the marks are tried again.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                Log.Failed(logger, now.Count, failure);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        while (!stopping.IsCancellationRequested);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Count} arrivals are handled and could not be marked so; tried again.")]
        public static partial void Failed(ILogger logger, int count, Exception failure);
    }
}
