using InterviewAgent.Interviewing.Delivery;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>Sends as soon as a row is committed, and when one that was put off falls due.</summary>
internal sealed partial class OutboxListener(OutboxSender sender, Outbox outbox, OutboxWake wake, TimeProvider clock, ILogger<OutboxListener> logger)
    : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var rest = Longest;
            try
            {
                await sender.Run(stoppingToken);
                if (await outbox.NextAt(stoppingToken) is { } next)
                {
                    rest = TimeSpan.FromTicks(Math.Clamp((next - clock.GetUtcNow()).Ticks, Shortest.Ticks, Longest.Ticks));
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A job runner: the rows stay, and the next round finds them.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                Log.Failed(logger, failure);
            }

            using var rested = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(wake.Waiting(rested.Token), Task.Delay(rest, clock, rested.Token));
            await rested.CancelAsync();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Sending failed; what is to be sent stays in the outbox.")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
