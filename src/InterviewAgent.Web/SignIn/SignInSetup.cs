using System.Threading.RateLimiting;
using InterviewAgent.Settings;
using InterviewAgent.Web.Security;
using InterviewAgent.Web.SignIn.OpenIdConnect;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using LinkOptions = InterviewAgent.Interviewing.Links.LinkOptions;

namespace InterviewAgent.Web.SignIn;

internal static class SignInSetup
{
    public const string AttemptsPolicy = "sign-in";
    private const string SessionCookie = "interview-agent";
    private const int AttemptsAMinute = 30;

    /// <summary>Everything is closed unless an endpoint says <c>AllowAnonymous</c>; a test holds the list of those that do.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<SignInOptions>(configuration, SignInOptions.Section);
        services.AddHostedService<PrintSignInLink>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<IOptions<SignInOptions>, IOptions<LinkOptions>>((cookie, settings, links) => Session(cookie, settings.Value, IsOverTls(links.Value)));
        services.AddScoped<Enter>();
        services.AddOpenId(configuration);
        services.AddAuthorization(options =>
        {
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
            Rooms.Add(options);
        });
        services.Configure<RateLimiterOptions>(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(AttemptsPolicy, context => SharedLimiter.Partition(
                context, $"{AttemptsPolicy} {context.Connection.RemoteIpAddress}", AttemptsAMinute,
                _ => new FixedWindowRateLimiter(new() { PermitLimit = AttemptsAMinute, Window = TimeSpan.FromMinutes(1) })));
        });
        services.AddRateLimiter(_ => { });
        return services;
    }

    /// <summary>Where people come over https, no cookie travels without it, whatever a proxy forgets to say.</summary>
    private static bool IsOverTls(LinkOptions links) => Uri.TryCreate(links.PublicAddress, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;

    private static void Session(CookieAuthenticationOptions cookie, SignInOptions settings, bool overTls)
    {
        cookie.Cookie.Name = SessionCookie;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = overTls ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(settings.IdleHours);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/sign-in";
        cookie.ReturnUrlParameter = "to";
        cookie.AccessDeniedPath = "/sign-in/not-yours";
        cookie.Events.OnRedirectToLogin = context =>
        {
            // Who was signed in is told why they are asked again.
            context.Response.Redirect(context.RedirectUri + (context.Request.Cookies.ContainsKey(SessionCookie) ? "&why=ended" : ""));
            return Task.CompletedTask;
        };
        cookie.Events.OnValidatePrincipal = context => context.HttpContext.RequestServices.GetRequiredService<Enter>().Check(context);
    }
}
