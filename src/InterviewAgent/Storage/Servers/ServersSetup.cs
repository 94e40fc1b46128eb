using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InterviewAgent.Storage.Servers;

internal static class ServersSetup
{
    /// <summary>What a process is among several on one store.</summary>
    public static IServiceCollection AddServers(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => KeySeal.FromEnvironment());
        return services.AddSingleton<ThisServer>().AddSingleton<CountUses>().AddHostedService<SayAlive>();
    }
}
