using InterviewAgent.LanguageModels.Providers;
using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace InterviewAgent.LanguageModels.Connections;

/// <summary>Around each attempt, from outside in: retry inside the caller's deadline, circuit breaker, time-out.</summary>
internal static class Resilience
{
    /// <summary>Half of at least this many attempts in half a minute failed: the model is left alone.</summary>
    private const double FailureRatio = 0.5;
    private const int FewestAttempts = 6;
    private static readonly TimeSpan Sampled = TimeSpan.FromSeconds(30);

    public static ResiliencePipeline<ChatResponse> Build(ModelOptions model, ResiliencePipeline<ChatResponse> circuit, TimeProvider clock)
    {
        var builder = new ResiliencePipelineBuilder<ChatResponse> { TimeProvider = clock };
        if (model.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<ChatResponse>
            {
                MaxRetryAttempts = model.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(250),
                MaxDelay = TimeSpan.FromSeconds(10),
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception switch
                {
                    // To wait longer than the caller does only makes them wait.
                    ModelFaultException { IsPassing: true } fault => CallTime.Of(args.Context).Left > (fault.RetryAfter ?? TimeSpan.Zero),
                    TimeoutRejectedException => CallTime.Of(args.Context).Left > TimeSpan.Zero,
                    _ => false,
                }),
                DelayGenerator = args => ValueTask.FromResult((args.Outcome.Exception as ModelFaultException)?.RetryAfter),
            });
        }
        return builder
            .AddPipeline(circuit)
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = args => ValueTask.FromResult(
                    Least(TimeSpan.FromSeconds(model.TimeoutSeconds), CallTime.Of(args.Context).Left)),
            })
            .Build();
    }

    public static ResiliencePipeline<ChatResponse> Circuit(TimeSpan pause, TimeProvider clock) =>
        new ResiliencePipelineBuilder<ChatResponse> { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ChatResponse>
            {
                FailureRatio = FailureRatio,
                MinimumThroughput = FewestAttempts,
                SamplingDuration = Sampled,
                BreakDuration = pause,
                // A server that says when to come back is well: that is not a failure.
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception
                    is TimeoutRejectedException or ModelFaultException { IsPassing: true, Outcome: not RateLimited }),
            })
            .Build();

    // Zero would mean no time-out at all.
    private static TimeSpan Least(TimeSpan one, TimeSpan other) =>
        one < other ? one : other > TimeSpan.Zero ? other : TimeSpan.FromMilliseconds(1);
}
