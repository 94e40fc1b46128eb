using InterviewAgent.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InterviewAgent.Interviewing.Delivery;

internal static class DeliverySetup
{
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.TryAddSingleton<OutboxWake>();
        services.AddWaitingWork("outbox", (db, now) => db.Outbox.Where(message => message.State == OutboxState.Pending && message.NextAt <= now),
            (db, now) => db.Outbox.Where(message => message.State == OutboxState.Pending && message.NextAt <= now).OrderBy(message => message.NextAt)
                .Select(message => (DateTimeOffset?)message.NextAt));
        services.AddWaitingWork("arrivals", (db, _) => db.Arrivals.Where(arrival => arrival.NextAt != null),
            (db, _) => db.Arrivals.Where(arrival => arrival.NextAt != null).OrderBy(arrival => arrival.At).Select(arrival => (DateTimeOffset?)arrival.At));
        return services.AddSingleton<Outbox>().AddScoped<RememberConversation>().AddScoped<SendCheckIn>();
    }
}
