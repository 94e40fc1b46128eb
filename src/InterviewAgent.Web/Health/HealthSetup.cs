using InterviewAgent.Web.Draining;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InterviewAgent.Web.Health;

internal static class HealthSetup
{
    private const string Ready = "ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<StoreHealth>("store", tags: [Ready]).AddCheck<WebhookHealth>("webhooks", failureStatus: HealthStatus.Degraded, tags: [Ready])
            .AddCheck<NotLeaving>("leaving", tags: [Ready]);
        return services;
    }

    /// <summary>Live: the process answers. Ready: the store answers too, and its schema is this build's, and this server is not leaving.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
    }
}
