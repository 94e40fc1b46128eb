using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InterviewAgent.Web.Health;

/// <summary>A webhook that was paused because nothing was taken. The server still serves: "Degraded" is answered with 200.</summary>
internal sealed class WebhookHealth(InterviewAgentDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var paused = await db.Webhooks.CountAsync(webhook => webhook.PausedAt != null, cancellationToken);
        return paused == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{paused} webhooks are paused. See: interview-agent webhooks list");
    }
}
