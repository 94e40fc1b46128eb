using InterviewAgent.Interviewing.Delivery;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>
/// Another try within seconds, where the failure says that the first had no effect. What must wait longer waits in the outbox, where
/// a restart does not lose it.
/// </summary>
internal sealed class Retry(IOptions<ConnectorOptions> options, TimeProvider clock)
{
    /// <summary>The channel's own wish, if it is no longer than this, is waited for on the spot.</summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    /// <summary>A sending that took this long gets no further try: its lease must not end while it is under way.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(300);

    public async Task<ConnectorAnswer> Run(Func<Task<ConnectorAnswer>> attempt, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        bool Worth(ConnectorFailure? failure) =>
            failure is { Again: true } && options.Value.Outbound.Tries > 1 && !cancellation.IsCancellationRequested && (failure.After ?? TimeSpan.Zero) <= LongestWait && clock.GetElapsedTime(began) < Patience;
        var pipeline = new ResiliencePipelineBuilder<ConnectorAnswer> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<ConnectorAnswer>
            {
                ShouldHandle = seen => ValueTask.FromResult(Worth(seen.Outcome.Result?.Failure)),
                MaxRetryAttempts = Math.Max(1, options.Value.Outbound.Tries - 1),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstWait,
                MaxDelay = LongestWait,
                DelayGenerator = seen => ValueTask.FromResult(seen.Outcome.Result?.Failure?.After),
            })
            .Build();
        try
        {
            return await pipeline.ExecuteAsync(async _ => await attempt(), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new("", ConnectorFailure.Lost(repeatable: false, started: false)); // Between two tries: none of them had an effect.
        }
    }
}

/// <summary>One call's end: the body of a success, or the failure.</summary>
internal sealed record ConnectorAnswer(string Body, ConnectorFailure? Failure)
{
    public DeliveryOutcome Outcome => Failure?.Outcome ?? DeliveryOutcome.Sent;
}
