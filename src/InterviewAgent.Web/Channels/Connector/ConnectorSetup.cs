using InterviewAgent.Jobs;
using InterviewAgent.Settings;
using InterviewAgent.Web.Channels.Connector.Inbox;
using InterviewAgent.Web.Channels.Connector.Tokens;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.Connector;

internal static partial class ConnectorSetup
{
    public const string Path = "/api/messages";

    /// <summary>The inbound half of the Bot Connector. A channel that handles activities registers its <see cref="IHandleActivities"/> first.</summary>
    public static IServiceCollection AddConnector(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<ConnectorOptions>(configuration, "Connector");
        services.AddSingleton<ServiceHosts>().AddSingleton<LoopbackOnly>().AddSingleton<ChannelTokens>().AddSingleton<Pace>().AddSingleton<Door>();
        services.AddSingleton<Lanes>().AddSingleton<StoredArrivals>().AddSingleton<Apologise>().AddSingleton<HandleArrival>().AddSingleton<TakeIn>().AddSingleton<NoteArrivals>();
        services.AddHostedService(provider => provider.GetRequiredService<NoteArrivals>());
        services.AddSweep<RetryArrivals>("arrivals").AddSweep<ForgetArrivals>("forget-arrivals", TimeSpan.FromHours(1));
        services.AddHttpClient(nameof(IssuerKeys), client =>
        {
            client.Timeout = TimeSpan.FromSeconds(5);
            client.MaxResponseContentBufferSize = 1024 * 1024;
        });
        // The client's own log writes an address for every call.
        services.AddLogging(logging => logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning));
        return services;
    }

    public static void MapConnector(this WebApplication app)
    {
        WarnOfAnonymous(app);
        var open = app.MapGroup("").AllowAnonymous().DisableAntiforgery();
        open.MapPost(Path, Messages.Receive);
        // Every other method, HEAD and GET of a probe among them: not a page, so no way to the sign-in.
        open.Map(Path, Messages.NotPosted);
    }

    private static void WarnOfAnonymous(WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<ConnectorOptions>>().Value;
        if (options.IsAnonymous)
        {
            Log.Anonymous(app.Logger);
        }
        else if (options.AllowAnonymousOnLoopback)
        {
            Log.Ignored(app.Logger);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Connector:AllowAnonymousOnLoopback is on: /api/messages takes calls of this machine without a token. Not for production.")]
        public static partial void Anonymous(ILogger logger);

        [LoggerMessage(2, LogLevel.Warning, "Connector:AllowAnonymousOnLoopback is ignored, because Connector:AppId is set: every call needs its token.")]
        public static partial void Ignored(ILogger logger);
    }
}
