using System.Threading.RateLimiting;
using InterviewAgent.Interviewing;
using InterviewAgent.Settings;
using InterviewAgent.Web.Channels.Teams;
using InterviewAgent.Web.Security;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.WebChat;

internal static class WebChatSetup
{
    private const string Open = "web-chat-open";
    private const string Say = "web-chat-say";

    public static IServiceCollection AddWebChat(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<WebChatOptions>(configuration, "WebChat");
        services.AddRazorComponents();
        services.AddAuthentication().AddCookie(VisitorCookie.Scheme, cookie =>
        {
            cookie.Cookie.Name = "interview";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.SlidingExpiration = false;
        });
        // The server's own request log writes whole addresses, and those of links and streams carry tokens.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));
        services.Configure<RateLimiterOptions>(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(Open, http => PerMinute(http, $"{Open} {http.Connection.RemoteIpAddress}", Options(http).OpensPerMinute));
            limits.AddPolicy(Say, http => PerMinute(http, $"{Say} {VisitorCookie.Ours(http) ?? http.Connection.RemoteIpAddress?.ToString()}", Options(http).PostsPerMinute));
        });
        services.AddRateLimiter(_ => { });
        return services;
    }

    public static void MapWebChat(this WebApplication app)
    {
        var open = app.MapGroup("").AllowAnonymous().DisableAntiforgery();
        open.MapGet(WebChatFile.Address, WebChatFile.Get);
        var door = open.MapGroup("/i");
        door.MapGet("", DoorEndpoint.Get);
        door.MapPost("", DoorEndpoint.Post).AddEndpointFilter<SameOrigin>().RequireRateLimiting(Open);

        var chat = open.MapGroup("/chat").AddEndpointFilter<RouteGroupBuilder, VisitorOnly>();
        chat.MapGet("", ChatEndpoint.Get);
        chat.MapGet("/plain", PlainEndpoint.Get);
        chat.MapGet("/answers", AnswersEndpoint.Get);
        chat.MapGet("/code", DeviceCodeEndpoint.Get);
        chat.MapGet("/teams", ConnectEndpoint.Get);

        var posts = chat.MapGroup("").AddEndpointFilter<RouteGroupBuilder, SameOrigin>().RequireRateLimiting(Say);
        posts.MapPost("/token", ChatEndpoint.Token);
        posts.MapPost("/plain", PlainEndpoint.Post);
        posts.MapPost("/answers/visibility", AnswersEndpoint.Change);
        posts.MapPost("/answers/delete", AnswersEndpoint.Delete);
        posts.MapPost("/code/send", DeviceCodeEndpoint.Send);
        posts.MapPost("/code", DeviceCodeEndpoint.Enter);
        posts.MapPost("/teams", ConnectEndpoint.Post);
    }

    private static WebChatOptions Options(HttpContext http) => http.RequestServices.GetRequiredService<IOptions<WebChatOptions>>().Value;

    private static RateLimitPartition<string> PerMinute(HttpContext http, string what, int times) => SharedLimiter.Partition(
        http, what, times, _ => new FixedWindowRateLimiter(new() { PermitLimit = times, Window = TimeSpan.FromMinutes(1) }));
}
