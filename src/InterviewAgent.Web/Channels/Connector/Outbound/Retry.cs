using InterviewAgent.Interviewing.Delivery;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>
/// Another try within seconds, where the failure says that the first had no effect. What must wait longer waits in the outbox, where
/// a restart does not lose it.
/// </summary>
internal sealed class Retry
{
    /// <summary>The channel's own wish, if it is no longer than this, is waited for on the spot.</summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    /// <summary>A sending that took this long gets no further try: its lease must not end while it is under way.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(300);
    private static readonly ResiliencePropertyKey<long> Began = new("began");

    private readonly TimeProvider clock;
    private readonly ResiliencePipeline<ConnectorAnswer> pipeline;

    public Retry(IOptions<ConnectorOptions> options, TimeProvider clock)
    {
        var tries = options.Value.Outbound.Tries;
        this.clock = clock;
        pipeline = tries == 1 ? ResiliencePipeline<ConnectorAnswer>.Empty : new ResiliencePipelineBuilder<ConnectorAnswer> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<ConnectorAnswer>
            {
                ShouldHandle = seen => ValueTask.FromResult(IsWorthIt(seen.Outcome.Result?.Failure, seen.Context)),
                MaxRetryAttempts = tries - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstWait,
                MaxDelay = LongestWait,
                DelayGenerator = seen => ValueTask.FromResult(seen.Outcome.Result?.Failure?.After),
            })
            .Build();
    }

    public async Task<ConnectorAnswer> Run(Func<Task<ConnectorAnswer>> attempt, CancellationToken cancellation)
    {
        var context = ResilienceContextPool.Shared.Get(cancellation);
        context.Properties.Set(Began, clock.GetTimestamp());
        try
        {
            return await pipeline.ExecuteAsync(static async (_, attempt) => await attempt(), context, attempt);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new("", ConnectorFailure.Lost(repeatable: false, started: false)); // Between two tries: none of them had an effect.
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private bool IsWorthIt(ConnectorFailure? failure, ResilienceContext context) =>
        failure is { Again: true } && (failure.After ?? TimeSpan.Zero) <= LongestWait
        && !context.CancellationToken.IsCancellationRequested
        && clock.GetElapsedTime(context.Properties.GetValue(Began, 0)) < Patience;
}

/// <summary>One call's end: the body of a success, or the failure.</summary>
internal sealed record ConnectorAnswer(string Body, ConnectorFailure? Failure)
{
    public DeliveryOutcome Outcome => Failure?.Outcome ?? DeliveryOutcome.Sent;
}
