using InterviewAgent.Insights.CallNotes;
using InterviewAgent.Insights.Digests;
using InterviewAgent.Insights.Outward;
using InterviewAgent.Insights.SubThemes;
using InterviewAgent.Insights.Summaries;
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
        return services.AddScoped<GatherVoices>().AddScoped<FindSilentSufferers>().AddScoped<RefreshFlags>().AddScoped<ForgetRespondent>().AddScoped<ReadLedgers>().AddScoped<SummariseAccount>()
            .AddScoped<ReadOversell>().AddScoped<ListAccounts>().AddScoped<ListFlags>().AddScoped<FindQuotes>().AddScoped<ReplayFlagCases>().AddSingleton<RebuildInsights>()
            .AddSingleton(_ => ReadWords.Load(Path.Combine(AppContext.BaseDirectory, "prompts"))).AddSingleton<ThemeNames>()
            .AddScoped<ReadThemes>().AddScoped<DecideTheme>().AddScoped<ProposeName>().AddSweep<ReadVoices>("insights")
            // A mark has no time of its own; how long it waits shows in the lag of the sweep.
            .AddWaitingWork("insights", (db, _) => db.OutdatedAccounts, (db, _) => db.OutdatedAccounts.Where(_ => false).Select(_ => (DateTimeOffset?)null)).AddDigests(configuration).AddCallNotes();
    }
}
