using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InterviewAgent.Web.Draining;

/// <summary>Not ready from the signal on, while requests in hand are still answered.</summary>
internal sealed class NotLeaving(Drain drain) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(drain.HasBegun ? HealthCheckResult.Unhealthy("This server is leaving.") : HealthCheckResult.Healthy());
}
