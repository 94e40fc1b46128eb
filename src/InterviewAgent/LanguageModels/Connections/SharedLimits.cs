using Microsoft.Extensions.AI;
using Polly;

namespace InterviewAgent.LanguageModels.Connections;

/// <summary>What belongs to one model at one address, whoever asks it: calls at once, tokens a minute, and its circuit.</summary>
internal sealed class SharedLimits : IDisposable
{
    private SharedLimits(int concurrency, int perMinute, int circuitSeconds, TimeProvider clock)
    {
        Room = new SemaphoreSlim(concurrency);
        Minute = perMinute > 0 ? new TokenBucket(perMinute, clock) : null;
        Circuit = Resilience.Circuit(TimeSpan.FromSeconds(circuitSeconds), clock);
    }

    /// <summary>Of the roles that share a model, the smaller figure holds.</summary>
    public static SharedLimits Of(IReadOnlyCollection<ModelOptions> roles, TimeProvider clock) => new(
        roles.Min(role => role.MaxConcurrency),
        roles.Select(role => role.TokensPerMinute).Where(limit => limit > 0).DefaultIfEmpty(0).Min(),
        roles.Min(role => role.CircuitSeconds), clock);

    public SemaphoreSlim Room { get; }
    public TokenBucket? Minute { get; }
    public ResiliencePipeline<ChatResponse> Circuit { get; }

    public void Dispose() => Room.Dispose();
}
