using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Insights;

public static class InsightsSetup
{
    /// <summary>The reading of accounts.</summary>
    public static IServiceCollection AddInsights(this IServiceCollection services) => services
        .AddScoped<GatherVoices>().AddScoped<FindSilentSufferers>().AddScoped<RefreshFlags>().AddScoped<ReadVoices>();
}
