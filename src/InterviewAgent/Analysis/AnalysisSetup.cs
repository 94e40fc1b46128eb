using InterviewAgent.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Analysis;

public static class AnalysisSetup
{
    /// <summary>The built-in coder, loaded once from the prompts folder beside the program.</summary>
    public static IServiceCollection AddAnalysis(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var prompts = Path.Combine(AppContext.BaseDirectory, "prompts");
        services.AddSingleton(_ => BuiltInCoder.Load(prompts));
        services.AddSingleton(_ => Codebook.Load(prompts));
        services.AddSingleton<Interviewing.IFindReadBackSentences, FindReadBackSentences>();
        services.AddSingleton<CodeInterview>(provider => provider.GetRequiredService<BuiltInCoder>().Code);
        services.AddSingleton<AnalysisFailures>();
        services.AddSweep<AnalyseInterviews>("analysis");
        return services;
    }
}
