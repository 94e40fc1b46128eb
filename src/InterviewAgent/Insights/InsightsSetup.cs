using InterviewAgent.Insights.Digests;
using InterviewAgent.Insights.SubThemes;
using InterviewAgent.Jobs;
using InterviewAgent.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Insights;

public static class InsightsSetup
{
    /// <summary>The reading of accounts. Its sweep comes after the analysis, which feeds it.</summary>
    public static IServiceCollection AddInsights(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<InsightsOptions>(configuration, "Insights");
        return services.AddScoped<GatherVoices>().AddScoped<FindSilentSufferers>().AddScoped<RefreshFlags>().AddScoped<ForgetRespondent>().AddScoped<ReadLedgers>()
            .AddScoped<ReadOversell>().AddScoped<ReplayFlagCases>().AddSingleton<RebuildInsights>()
            .AddSingleton(_ => ReadWords.Load(Path.Combine(AppContext.BaseDirectory, "prompts"))).AddSingleton<ThemeNames>()
            .AddScoped<ReadThemes>().AddScoped<DecideTheme>().AddScoped<ProposeName>().AddSweep<ReadVoices>("insights").AddDigests(configuration);
    }
}
