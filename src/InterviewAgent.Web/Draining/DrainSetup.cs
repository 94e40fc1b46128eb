using InterviewAgent.Settings;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Draining;

internal static class DrainSetup
{
    public static IServiceCollection AddDraining(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<DrainOptions>(configuration, "Drain");
        services.AddSingleton<Drain>().AddHostedService(provider => provider.GetRequiredService<Drain>());
        services.AddOptions<HostOptions>().Configure<IOptions<DrainOptions>>(
            (host, drain) => host.ShutdownTimeout = TimeSpan.FromSeconds(drain.Value.NoticeSeconds + drain.Value.FinishSeconds));
        return services;
    }
}
