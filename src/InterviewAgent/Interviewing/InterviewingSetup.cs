using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Interviewing.Drafting;
using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Intents;
using InterviewAgent.Interviewing.ModelWords;
using InterviewAgent.Interviewing.Moves;
using InterviewAgent.Jobs;
using InterviewAgent.LanguageModels;
using InterviewAgent.Prompts;
using InterviewAgent.Settings;
using InterviewAgent.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing;

public static class InterviewingSetup
{
    /// <summary>The interview engine; needs a store and an <see cref="IFindReadBackSentences"/>.</summary>
    /// <param name="prompts">Null: the prompts beside the program.</param>
    public static IServiceCollection AddInterviewing(this IServiceCollection services, IConfiguration configuration, string? prompts = null)
    {
        services.AddSettings<InterviewingOptions>(configuration, "Interviewing");
        services.TryAddSingleton(TimeProvider.System);
        services.AddSweep<FinishOwedReplies>("owed replies");
        services.AddSweep<EndAbandoned>("abandoned interviews", TimeSpan.FromHours(1));
        services.AddWaitingWork("owed replies", (db, _) => db.Interviews.Where(held => held.ReplyOwedSince != null), (db, _) => db.Interviews
            .Where(held => held.ReplyOwedSince != null).OrderBy(held => held.ReplyOwedSince).Select(held => held.ReplyOwedSince));
        return services.AddInterviewEngine(prompts ?? Path.Combine(AppContext.BaseDirectory, "prompts"));
    }

    /// <summary>The engine over a prompts folder, without settings: for hosts that bring their own options.</summary>
    public static IServiceCollection AddInterviewEngine(this IServiceCollection services, string prompts)
    {
        services.TryAddSingleton(_ => NeutralityGate.Load(prompts));
        services.AddSingleton(provider => GuideLibrary.Load(prompts, provider.GetRequiredService<NeutralityGate>()));
        services.AddSingleton(provider => Notices.Load(prompts, provider.GetRequiredService<NeutralityGate>()));
        services.AddSingleton(_ => IntentLexicon.Load(prompts));
        services.AddSingleton(_ => LanguageDetector.Load(prompts));
        services.AddSingleton(_ => AssessAnswer.Load(prompts));
        services.AddSingleton<ReadIntent>();
        services.AddSingleton<DraftReply>();
        services.AddSingleton<ChooseReadBack>();
        services.AddScoped<SayNext>();
        services.AddScoped<RecordProgress>();
        services.AddScoped<OwnConversation>();
        services.AddScoped<OwnChoices>();
        services.AddScoped<ChangeAnswer>();
        services.TryAddSingleton(_ => PromptLibrary.Load(prompts));
        services.AddSingleton<AskForWords>();
        services.AddSingleton<WordReply>();
        services.AddSingleton<NewTurns>();
        services.TryAddSingleton<Wake>();
        services.AddDelivery();
        services.AddScoped(provider => new ReceiveAnswer(
            provider.GetRequiredService<InterviewAgentDb>(), provider.GetRequiredService<GuideLibrary>(),
            provider.GetRequiredService<ReadIntent>(), provider.GetRequiredService<AssessAnswer>(),
            provider.GetRequiredService<SayNext>(), provider.GetRequiredService<RecordProgress>(),
            provider.GetRequiredService<Wake>(), provider.GetRequiredService<OutboxWake>(), provider.GetRequiredService<FinishReply>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IOptions<InterviewingOptions>>()));
        services.AddScoped(provider => new FinishReply(
            provider.GetRequiredService<InterviewAgentDb>(), provider.GetRequiredService<GuideLibrary>(), provider.GetRequiredService<AssessAnswer>(),
            provider.GetService<CallModel>() is null ? null : provider.GetRequiredService<WordReply>(),
            provider.GetRequiredService<SayNext>(), provider.GetRequiredService<RecordProgress>(), provider.GetRequiredService<NewTurns>(),
            provider.GetRequiredService<Wake>(), provider.GetRequiredService<OutboxWake>(), provider.GetRequiredService<IOptions<InterviewingOptions>>()));
        services.AddScoped(provider => new OpenInterview(
            provider.GetRequiredService<InterviewAgentDb>(), provider.GetRequiredService<GuideLibrary>(),
            provider.GetRequiredService<SayNext>(), provider.GetRequiredService<NeutralityGate>(),
            provider.GetRequiredService<OutboxWake>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new RecheckInterview(
            provider.GetRequiredService<InterviewAgentDb>(), provider.GetRequiredService<GuideLibrary>(),
            provider.GetRequiredService<NeutralityGate>(), provider.GetRequiredService<IOptions<InterviewingOptions>>()));
        return services;
    }
}
