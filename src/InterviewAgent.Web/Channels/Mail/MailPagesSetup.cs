using System.Threading.RateLimiting;
using InterviewAgent.Mail;
using InterviewAgent.Web.Channels.WebChat;
using Microsoft.AspNetCore.RateLimiting;

namespace InterviewAgent.Web.Channels.Mail;

internal static class MailPagesSetup
{
    private const string Choose = "mail-choose";

    // A mail provider's few servers click for all its users.
    private const int ChoicesPerMinute = 3000;

    public static IServiceCollection AddMailPages(this IServiceCollection services)
    {
        services.AddSingleton<MailCodes>().AddSingleton<PrintCodes>();
        services.AddSingleton<IDeliverCodes>(provider => provider.GetRequiredService<SendMail>().IsOn
            ? provider.GetRequiredService<MailCodes>() : provider.GetRequiredService<PrintCodes>());
        return services.Configure<RateLimiterOptions>(limits => limits.AddPolicy(Choose, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = ChoicesPerMinute, Window = TimeSpan.FromMinutes(1) })));
    }

    public static void MapMailPages(this WebApplication app)
    {
        var choices = app.MapGroup("/m").AllowAnonymous().DisableAntiforgery().RequireRateLimiting(Choose);
        choices.MapGet("/digest", DigestEndpoint.Get);
        choices.MapPost("/digest", DigestEndpoint.Post);
        choices.MapGet("/{choice}", ChoiceEndpoint.Get);
        choices.MapPost("/{choice}", ChoiceEndpoint.Post);
    }
}
