using InterviewAgent.Privacy.Staff.ApiKeys;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Privacy.Staff;

public static class StaffSetup
{
    /// <summary>Who may sign in, and the sessions of those who did; the command line issues links and ends sessions too.</summary>
    public static IServiceCollection AddStaff(this IServiceCollection services) =>
        services.AddScoped<IssueSignInLink>().AddScoped<UseSignInLink>().AddScoped<StaffSessions>().AddScoped<ApiKeyDoor>();
}
