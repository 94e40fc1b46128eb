using InterviewAgent.Jobs;
using InterviewAgent.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Webhooks;

internal static class WebhooksSetup
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<WebhookOptions>(configuration, "Webhooks");
        services.AddSingleton<SecretSeal>().AddSingleton<DeliverWebhook>().AddSingleton<WebhookRows>();
        services.AddScoped<Subscriptions>().AddScoped<ReplayDeliveries>().AddScoped<TestWebhook>();
        return services.AddSweep<SendWebhooks>("webhooks").AddSweep<TidyWebhooks>("webhook-rows", TimeSpan.FromHours(1));
    }
}
