using InterviewAgent.Jobs;
using InterviewAgent.Web.Channels.Connector.Outbound.Tokens;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

internal static class OutboundSetup
{
    /// <summary>Name of the HTTP client that calls the channel and the authority.</summary>
    public const string Client = "connector";

    /// <summary>Everything outgoing. A channel that shows more than words registers its <see cref="IRenderTurns"/> first.</summary>
    public static IServiceCollection AddOutbound(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient(Client).RemoveAllLoggers() // They write addresses, and those hold ids of people.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false, // Our token goes where we send it.
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            }).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton<IIssueTokens>(Issuer).AddSingleton<AccessTokens>().AddSingleton<Retry>();
        services.AddSingleton<IConnector, ConnectorClient>();
        services.AddSingleton<PlainTurns>();
        services.TryAddSingleton<IRenderTurns>(provider => provider.GetRequiredService<PlainTurns>());
        services.AddSingleton<OpenCalls>().AddSingleton<ExpectedReplies>();
        services.AddSingleton<ShowTyping>().AddSingleton<DeliverMessage>().AddSingleton<OutboxPace>().AddSingleton<OutboxSender>();
        services.AddSweep<SendOutbox>("outbox", TimeSpan.FromMinutes(1));
        if (configuration.GetValue("Jobs:Run", true))
        {
            services.AddHostedService<OutboxListener>();
        }

        return services;
    }

    private static IIssueTokens Issuer(IServiceProvider provider)
    {
        var credential = provider.GetRequiredService<IOptions<ConnectorOptions>>().Value.Credential;
        return credential switch
        {
            { Missing: { Length: > 0 } setting } => new MissingCredential($"Connector:Credential:{setting}"),
            { Kind: CredentialKind.Secret } => ActivatorUtilities.CreateInstance<SecretTokens>(provider),
            _ => ActivatorUtilities.CreateInstance<AzureTokens>(provider),
        };
    }
}
