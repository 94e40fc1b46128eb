using System.Threading.RateLimiting;
using InterviewAgent.Settings;
using InterviewAgent.Web.Channels.DirectLine.Conformance;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.DirectLine;

internal static class DirectLineSetup
{
    public const string Base = "/v3/directline";
    private const string Say = "direct-line-say";

    public static IServiceCollection AddDirectLine(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<DirectLineOptions>(configuration, "DirectLine");
        services.AddSingleton<DirectLineTokens>().AddSingleton<Streams>().AddSingleton<OwedReplies>().AddSingleton<StreamSocket>().AddSingleton<InTurn>().AddScoped<SeenTurns>();
        services.AddScoped<HeldTalk>().AddScoped<Talks>().AddSingleton<ConformanceGuide>().AddSingleton<ConformanceDoor>();
        services.AddSingleton<IValidateOptions<DirectLineOptions>, OnLoopbackOnly>();
        services.AddHostedService<PulseStreams>().AddHostedService<CatchUpStreams>();
        services.AddHostedService(provider => provider.GetRequiredService<OwedReplies>());
        services.Configure<RateLimiterOptions>(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            // By token, which is one device: an office behind one address is many respondents.
            limits.AddPolicy(Say, http => RateLimitPartition.GetTokenBucketLimiter(
                http.Request.Headers.Authorization.ToString(),
                _ =>
                {
                    var perMinute = http.RequestServices.GetRequiredService<IOptions<DirectLineOptions>>().Value.MessagesPerMinute;
                    return new TokenBucketRateLimiterOptions
                    {
                        TokenLimit = perMinute, TokensPerPeriod = Math.Max(1, perMinute / 10), ReplenishmentPeriod = TimeSpan.FromSeconds(6),
                    };
                }));
        });
        services.AddRateLimiter(_ => { });
        return services;
    }

    public static void MapDirectLine(this WebApplication app)
    {
        app.UseWebSockets();
        var open = app.MapGroup(Base).AllowAnonymous().DisableAntiforgery();
        open.MapPost("/tokens/generate", GenerateToken.Post);
        open.MapGet("/conversations/{conversationId}/stream",
            (HttpContext http, string conversationId, StreamSocket socket) => socket.Open(http, conversationId));

        // A client of the protocol has no use for a sign-in page.
        open.Map("/{**path}", () => DirectLineJson.Error(404, "NotFound", "There is nothing at this address."));

        var held = open.MapGroup("").AddEndpointFilter<RouteGroupBuilder, BearerToken>();
        held.MapPost("/tokens/refresh", Conversations.Refresh);
        held.MapPost("/conversations", Conversations.Start);
        held.MapGet("/conversations/{conversationId}", Conversations.Reconnect);
        held.MapGet("/conversations/{conversationId}/activities", Activities.Get);
        held.MapPost("/conversations/{conversationId}/activities", Activities.Post).RequireRateLimiting(Say);
        held.MapPost("/conversations/{conversationId}/upload", Activities.Upload);

        if (app.Services.GetRequiredService<IOptions<DirectLineOptions>>().Value.ConformanceGuide)
        {
            var page = app.MapGroup(ConformancePage.Path).AllowAnonymous().DisableAntiforgery();
            page.MapGet("", ConformancePage.Get);
            page.MapPost("/token", ConformancePage.Token).AddEndpointFilter<SameOrigin>();
        }
    }
}
