using InterviewAgent.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.SignIn.OpenIdConnect;

internal static class OpenIdSetup
{
    public const string Start = "/sign-in/provider";
    private const string Callback = "/sign-in/returned";

    /// <summary>Nothing is registered while no provider is set.</summary>
    public static void AddOpenId(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<OpenIdOptions>(configuration, OpenIdOptions.Section);
        if (string.IsNullOrEmpty(configuration[OpenIdOptions.Section + ":Authority"]))
        {
            return;
        }

        services.AddSingleton<Provider>().AddHttpClient(OpenIdHandler.Name, client => client.Timeout = TimeSpan.FromSeconds(15));
        services.AddAuthentication().AddOAuth<OAuthOptions, OpenIdHandler>(OpenIdHandler.Name, _ => { });
        services.AddOptions<OAuthOptions>(OpenIdHandler.Name).Configure<IOptions<OpenIdOptions>, IHttpClientFactory>((oauth, settings, http) =>
        {
            oauth.ClientId = settings.Value.ClientId;
            // The handler insists on one; an empty form field is what a public client sends.
            oauth.ClientSecret = Environment.GetEnvironmentVariable(OpenIdOptions.SecretVariable) is { Length: > 0 } secret ? secret : " ";
            // Told by the provider's metadata before the first use.
            (oauth.AuthorizationEndpoint, oauth.TokenEndpoint) = (settings.Value.Authority, settings.Value.Authority);
            oauth.CallbackPath = Callback;
            oauth.UsePkce = true;
            oauth.Backchannel = http.CreateClient(OpenIdHandler.Name);
            oauth.Scope.Add("openid");
            foreach (var scope in settings.Value.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                oauth.Scope.Add(scope);
            }

            oauth.CorrelationCookie.SameSite = SameSiteMode.Lax;
            oauth.CorrelationCookie.Name = "interview-agent-sign-in.";
            oauth.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; // As the session cookie: plain http is for this machine alone.
            oauth.Events = new OAuthEvents { OnTicketReceived = Received, OnRemoteFailure = Failed };
        });
    }

    /// <summary>A link and not a form: a form's target may not lead to another site (Content-Security-Policy, form-action).</summary>
    public static void MapOpenId(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<OpenIdOptions>>().Value.IsOn)
        {
            app.MapGet(Start, (HttpContext http, string? to) => Results.Challenge(
                new AuthenticationProperties { RedirectUri = IsLocal(to) ? to : http.Request.PathBase + "/" }, [OpenIdHandler.Name])).AllowAnonymous().RequireRateLimiting(SignInSetup.AttemptsPolicy);
        }
    }

    private static async Task Received(TicketReceivedContext context)
    {
        context.HandleResponse();
        var options = context.HttpContext.RequestServices.GetRequiredService<IOptions<OpenIdOptions>>().Value;
        if (WhoSignsIn.Of(context.Principal!, options) is not { } member)
        {
            context.Response.Redirect(context.Request.PathBase + "/sign-in?why=role");
            return;
        }

        await context.HttpContext.RequestServices.GetRequiredService<Enter>().As(context.HttpContext, member, options.Authority);
        var home = context.Request.PathBase + Rooms.Home(member.Role);
        context.Response.Redirect(IsLocal(context.ReturnUri) && context.ReturnUri != context.Request.PathBase + "/" ? context.ReturnUri! : home);
    }

    private static Task Failed(RemoteFailureContext context)
    {
        context.HandleResponse();
        context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OpenIdSetup)).SignInFailed(OneLine(context.Failure));
        context.Response.Redirect(context.Request.PathBase + "/sign-in?why=failed");
        return Task.CompletedTask;
    }

    /// <summary>The provider's own words come over the browser, so anybody can write them: no line ends and not many.</summary>
    private static string OneLine(Exception? failure) => failure is null ? "unknown"
        : new string([.. failure.Message.Select(letter => char.IsControl(letter) ? ' ' : letter).Take(100)]);

    private static bool IsLocal(string? path) => path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.Any(char.IsControl);
}

internal static partial class OpenIdLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in with the provider failed: {Why}")]
    public static partial void SignInFailed(this ILogger logger, string? why);
}
