using System.Diagnostics;
using System.Threading.Channels;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Storage;
using InterviewAgent.Telemetry;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>
/// Empties the outbox: many conversations at once, one message of each. What came back and what is next are noted and claimed in one
/// transaction, so that the busier it gets, the fewer transactions a message costs.
/// </summary>
internal sealed partial class OutboxSender(
    Outbox outbox, DeliverMessage deliver, OutboxPace pace, OutboxWake wake, IOptions<ConnectorOptions> options, TimeProvider clock,
    ILogger<OutboxSender> logger) : IDisposable
{
    private static readonly TimeSpan StoreRest = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim one = new(1);

    private TimeSpan Lease => TimeSpan.FromSeconds(options.Value.Outbound.LeaseSeconds);

    /// <summary>Sends all that can be sent now. When another run is under way, it looks once more and this one returns 0.</summary>
    /// <returns>How many messages were sent or settled otherwise.</returns>
    public async Task<int> Run(CancellationToken cancellation)
    {
        if (!await one.WaitAsync(TimeSpan.Zero, cancellation))
        {
            wake.Up();
            return 0;
        }

        try
        {
            return await Empty(cancellation);
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<int> Empty(CancellationToken cancellation)
    {
        var back = Channel.CreateUnbounded<Delivered>(new UnboundedChannelOptions { SingleReader = true });
        List<Delivered> done = [];
        var (underWay, settled) = (0, 0);
        while (true)
        {
            wake.Heard();
            // What was sent is noted also when the server stops; it claims no more then.
            var most = cancellation.IsCancellationRequested ? 0 : options.Value.Outbound.MostInFlight - underWay;
            SendBefore before = new(clock, Lease * 0.75); // From before the claim: its commit may be answered late.
            IReadOnlyList<OutgoingMessage> claimed;
            try
            {
                claimed = await outbox.Next(done, most, Lease, pace, CancellationToken.None);
            }
            catch (Exception failure) when (StoreFailure.IsPassing(failure) && (done.Count > 0 || underWay > 0) && !cancellation.IsCancellationRequested)
            {
                // What was sent is noted as soon as the store answers: a note that is lost leaves a message of which nobody knows.
                Log.StoreAway(logger, done.Count, failure);
                await Task.Delay(StoreRest, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }
            settled += done.Count;
            done.Clear();
            underWay += claimed.Count;
            foreach (var message in claimed)
            {
                _ = Deliver(message, before, back.Writer);
            }

            if (underWay > 0)
            {
                var returned = back.Reader.WaitToReadAsync(CancellationToken.None).AsTask();
                var full = most == claimed.Count || cancellation.IsCancellationRequested;
                Task news = full ? returned : Task.WhenAny(returned, wake.Waiting(cancellation));
                await news;
            }
            else if (cancellation.IsCancellationRequested || pace.FullTenants.Count == 0)
            {
                return settled;
            }
            else
            {
                await Task.Delay(pace.UntilTenantTakesOne, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            while (back.Reader.TryRead(out var delivered))
            {
                done.Add(delivered);
                underWay--;
            }
        }
    }

    private async Task Deliver(OutgoingMessage message, SendBefore before, ChannelWriter<Delivered> back)
    {
        Delivered delivered;
        using var span = Spans.GoOn("send message", message.TraceParent, ActivityKind.Producer);
        try
        {
            delivered = await deliver.Run(message, before);
        }
#pragma warning disable CA1031 // A job runner: one message that cannot be rendered must not hold up all others. The channel's failures never come here.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Failed(logger, message.Id, failure);
            delivered = new(message.Id, DeliveryOutcome.Unknown, "failed");
        }

        if (delivered.Outcome is DeliveryOutcome.Unknown or DeliveryOutcome.Refused or DeliveryOutcome.Stopped)
        {
            Log.NotSent(logger, message.Id, delivered.Outcome, delivered.Why);
        }

        span?.SetTag("messaging.operation.type", "send").SetTag("messaging.system", message.To.Channel).SetTag("messaging.message.id", message.Id.ToString())
            .SetTag("interviewagent.send.outcome", delivered.Outcome.ToString());
        Figures.Sent.Count(1, ("channel", message.To.Channel), ("outcome", delivered.Outcome));
        back.TryWrite(delivered with { Claim = message.Claim });
    }

    public void Dispose() => one.Dispose();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Message {Id} was not sent for sure: {Outcome}, {Why}.")]
        public static partial void NotSent(ILogger logger, Guid id, DeliveryOutcome outcome, string? why);

        [LoggerMessage(2, LogLevel.Error, "Message {Id} could not be made or sent.")]
        public static partial void Failed(ILogger logger, Guid id, Exception failure);

        [LoggerMessage(3, LogLevel.Warning, "The store does not answer; {Count} messages are sent and wait to be noted.")]
        public static partial void StoreAway(ILogger logger, int count, Exception failure);
    }
}
