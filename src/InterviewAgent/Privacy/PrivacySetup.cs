using InterviewAgent.Jobs;
using InterviewAgent.Privacy.Audit;
using InterviewAgent.Privacy.Consents;
using InterviewAgent.Privacy.Erasures;
using InterviewAgent.Privacy.Search;
using InterviewAgent.Privacy.Totals;
using InterviewAgent.Settings;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Privacy;

public static class PrivacySetup
{
    /// <summary>Registers the reading of words. Word lists come from the prompts folder beside the program.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton(_ => NameOverlay.Load(Path.Combine(AppContext.BaseDirectory, "prompts")));
        services.AddSingleton(_ => Redactor.Load(Path.Combine(AppContext.BaseDirectory, "prompts")));
        services.AddScoped<ReadQuotes>();
        services.AddScoped<SearchQuotes>().AddScoped<ReadTotals>().AddScoped<LoadCountedVoices>().AddSweep<ReleaseTotals>("totals", TimeSpan.FromHours(1));
        services.AddScoped<ReadTranscript>();
        services.AddScoped<ReadReplay>();
        services.AddSettings<PrivacyOptions>(configuration, "Privacy");
        services.AddSingleton(provider => new ErasedFile(provider.Options<PrivacyOptions>().ErasedFile is { Length: > 0 } named
            ? SettingsSection.Rooted(configuration, named)
            : Path.ChangeExtension(SettingsSection.Rooted(configuration, provider.Options<StorageOptions>().Path), ".erased.jsonl")));
        services.AddScoped(provider => new KeepErasures(provider.GetRequiredService<InterviewAgentDb>(), provider.GetRequiredService<ErasedFile>()));
        services.AddSingleton(provider => new ReplayErasures(
            provider.GetRequiredService<IDbContextFactory<InterviewAgentDb>>(), provider.GetRequiredService<ErasedFile>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new Storage.Moving.MoveStores(
            provider.GetRequiredService<IDbContextFactory<InterviewAgentDb>>(), provider.GetRequiredService<ErasedFile>(),
            provider.GetRequiredService<ReplayErasures>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<EraseRespondent>().AddScoped<FindRespondent>().AddScoped<WhatIsHeld>().AddScoped<ExportRespondent>();
        services.AddScoped<ReadAudit>().AddScoped<ListConsentVersions>();
        services.AddScoped<PurgeOld>().AddSweep<PurgeOld>("retention", TimeSpan.FromHours(1));
        services.AddSingleton<LastScrub>().AddSweep<ScrubErased>("erasures", TimeSpan.FromMinutes(1));
        services.AddSingleton<LastListed>().AddOwnSweep<ListErasures>("list of erasures", TimeSpan.FromMinutes(1));
        return services;
    }
}
