using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InterviewAgent.Interviewing.Delivery;

internal static class DeliverySetup
{
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.TryAddSingleton<OutboxWake>();
        return services.AddSingleton<Outbox>().AddScoped<RememberConversation>().AddScoped<SendCheckIn>();
    }
}
