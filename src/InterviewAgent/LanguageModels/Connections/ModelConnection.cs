using InterviewAgent.LanguageModels.Providers;
using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace InterviewAgent.LanguageModels.Connections;

/// <summary>One role's way to its model.</summary>
internal sealed class ModelConnection(IChatClient client, ModelOptions model, SharedLimits limits, TimeProvider clock) : IDisposable
{
    private readonly ResiliencePipeline<ChatResponse> resilience = Resilience.Build(model, limits.Circuit, clock);

    public ModelOptions Model => model;

    /// <summary>A response, or the outcome that stands in its place. Throws only when <paramref name="cancellation"/> says so.</summary>
    public async Task<(ChatResponse? Response, ModelOutcome? Outcome)> Ask(
        IReadOnlyList<ChatMessage> messages, ChatOptions options, int estimated, CallTime time, CancellationToken cancellation)
    {
        using var over = new CancellationTokenSource(time.Left > TimeSpan.Zero ? time.Left : TimeSpan.Zero, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellation);
        var entered = false;
        try
        {
            if (await Wait(estimated, time, either.Token) is { } full)
            {
                return (null, full);
            }
            await limits.Room.WaitAsync(either.Token);
            entered = true;
            var response = await Attempts(messages, options, time, either.Token);
            limits.Minute?.Correct(estimated, (int)Math.Min(int.MaxValue, (response.Usage?.InputTokenCount ?? estimated) + (response.Usage?.OutputTokenCount ?? 0)));
            return (response, null);
        }
        catch (ModelFaultException fault)
        {
            return (null, fault.Outcome);
        }
        catch (BrokenCircuitException open)
        {
            return (null, new CircuitOpen(open.RetryAfter) { Why = "The last calls failed; the model is left alone for a while." });
        }
        catch (Exception late) when (late is TimeoutRejectedException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return (null, entered ? TooLate(time) : new RateLimited { Why = "All calls that may be under way at once were, for as long as the caller waits." });
        }
        finally
        {
            if (entered)
            {
                limits.Room.Release();
            }
        }
    }

    private static TimedOut TooLate(CallTime time) => new()
    {
        Raw = time.LastFault?.Raw ?? "",
        Why = "The model did not answer in the caller's time." + (time.LastFault is { } last ? $" The attempt before: {last.Why}" : ""),
    };

    public void Dispose() => client.Dispose();

    private async Task<ModelOutcome?> Wait(int tokens, CallTime time, CancellationToken cancellation)
    {
        while (limits.Minute?.Take(tokens) is { Ticks: > 0 } wait)
        {
            if (wait > time.Left)
            {
                return new RateLimited(wait) { Why = "Our limit of tokens a minute is reached." };
            }
            await Task.Delay(wait, clock, cancellation);
        }
        return null;
    }

    private async Task<ChatResponse> Attempts(IReadOnlyList<ChatMessage> messages, ChatOptions options, CallTime time, CancellationToken cancellation)
    {
        var context = ResilienceContextPool.Shared.Get(cancellation);
        try
        {
            time.TravelWith(context);
            return await resilience.ExecuteAsync(async attempt =>
            {
                time.Attempts++;
                try
                {
                    return await client.GetResponseAsync(messages, options, attempt.CancellationToken);
                }
                catch (ModelFaultException fault)
                {
                    time.LastFault = fault.Outcome;
                    throw;
                }
            }, context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
