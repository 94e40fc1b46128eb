using InterviewAgent.Jobs;
using InterviewAgent.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Accounts;

public static class AccountsSetup
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<CheckInOptions>(configuration, "CheckIns");
        services.AddScoped<DueCheckIns>();
        services.AddSweep<PlanCheckIns>("check-ins", TimeSpan.FromMinutes(10));
        return services;
    }
}
