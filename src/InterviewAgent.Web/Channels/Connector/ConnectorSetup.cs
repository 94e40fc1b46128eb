using InterviewAgent.Settings;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InterviewAgent.Web.Channels.Connector;

internal static class ConnectorSetup
{
    public const string Path = "/api/messages";

    /// <summary>The inbound half of the Bot Connector. A channel that handles activities registers its <see cref="IHandleActivities"/> first.</summary>
    public static IServiceCollection AddConnector(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<ConnectorOptions>(configuration, "Connector");
        services.AddSingleton<ServiceHosts>().AddSingleton<LoopbackOnly>();
        services.TryAddScoped<IHandleActivities, AcceptAll>();
        return services;
    }

    public static void MapConnector(this WebApplication app)
    {
        var open = app.MapGroup("").AllowAnonymous().DisableAntiforgery();
        open.MapPost(Path, Messages.Receive);
        // Every other method, HEAD and GET of a probe among them: not a page, so no way to the sign-in.
        open.Map(Path, Messages.NotPosted);
    }
}
