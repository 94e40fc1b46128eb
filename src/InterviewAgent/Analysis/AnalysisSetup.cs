using InterviewAgent.Analysis.Promises;
using InterviewAgent.Jobs;
using InterviewAgent.LanguageModels;
using InterviewAgent.Prompts;
using InterviewAgent.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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
        services.AddSingleton(_ => HearPromises.Load(prompts));
        services.AddScoped<ReadAnswersOf>().AddScoped<FindOversold>();
        services.AddSingleton<Interviewing.IFindReadBackSentences, FindReadBackSentences>();
        services.AddSingleton<CodeInterview>(provider => provider.GetRequiredService<BuiltInCoder>().Code);
        services.AddSingleton<CodeAgain>();
        services.AddSingleton<AnalysisFailures>();
        services.AddSettings<AnalysisOptions>(configuration, "Analysis");
        services.AddSweep<AnalyseInterviews>("analysis");
        services.AddWaitingWork("analysis", (db, _) => AnalyseInterviews.Unread(db), (db, _) => db.CheckIns
            .Where(checkIn => checkIn.CompletedAt != null && AnalyseInterviews.Unread(db).Any(held => held.CheckInId == checkIn.Id))
            .OrderBy(checkIn => checkIn.CompletedAt).Select(checkIn => checkIn.CompletedAt));
        services.AddWaitingWork("model coding", (db, _) => db.Interviews.Where(held => held.ModelCodingOwedSince != null), (db, _) => db.Interviews
            .Where(held => held.ModelCodingOwedSince != null).OrderBy(held => held.ModelCodingOwedSince).Select(held => held.ModelCodingOwedSince));
        services.AddSingleton<ModelCodingPause>();
        services.AddSingleton(provider => new ModelCoder(
            provider.GetRequiredService<CallModel>(), provider.GetRequiredService<PromptLibrary>(), provider.GetRequiredService<Codebook>(),
            provider.GetRequiredService<IOptions<LanguageModelsOptions>>(), provider.GetRequiredService<IOptions<AnalysisOptions>>()));
        services.AddSweep<CodeWithModel>("model coding");
        return services;
    }
}
