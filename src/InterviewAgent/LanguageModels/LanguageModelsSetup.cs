using InterviewAgent.LanguageModels.Budget;
using InterviewAgent.LanguageModels.Check;
using InterviewAgent.LanguageModels.Connections;
using InterviewAgent.LanguageModels.Providers;
using InterviewAgent.LanguageModels.Usage;
using InterviewAgent.Privacy;
using InterviewAgent.Settings;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InterviewAgent.LanguageModels;

public static class LanguageModelsSetup
{
    /// <summary>Registers <see cref="CallModel"/>. Needs the store and the redactor.</summary>
    public static IServiceCollection AddLanguageModels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<LanguageModelsOptions>(configuration, "LanguageModels");
        services.PostConfigure<LanguageModelsOptions>(options =>
        {
            foreach (var model in Enum.GetValues<ModelRole>().Select(options.Of).Where(model => model.Recordings.Length > 0))
            {
                model.Recordings = SettingsSection.Rooted(configuration, model.Recordings);
            }
        });
        services.AddSingleton<IValidateOptions<LanguageModelsOptions>>(new NoKeyInFiles(configuration));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new ModelConnections(
            provider.GetRequiredService<IOptions<LanguageModelsOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new DailyBudget(
            provider.GetRequiredService<IDbContextFactory<InterviewAgentDb>>(), provider.GetRequiredService<IOptions<LanguageModelsOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new CallModel(
            provider.GetRequiredService<ModelConnections>(), provider.GetRequiredService<DailyBudget>(), provider.GetRequiredService<Redactor>(),
            new WriteModelCall(provider.GetRequiredService<IDbContextFactory<InterviewAgentDb>>()),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IOptions<LanguageModelsOptions>>(),
            provider.GetRequiredService<ILogger<CallModel>>()));
        services.AddSingleton(provider => new CheckModels(
            provider.GetRequiredService<CallModel>(), provider.GetRequiredService<IOptions<LanguageModelsOptions>>()));
        services.AddScoped<SumModelUsage>();
        return services;
    }

    private sealed class NoKeyInFiles(IConfiguration configuration) : IValidateOptions<LanguageModelsOptions>
    {
        public ValidateOptionsResult Validate(string? name, LanguageModelsOptions options) =>
            ModelKey.InFiles(configuration).ToList() is { Count: > 0 } keys
                ? ValidateOptionsResult.Fail(keys.Select(key =>
                    $"Setting {key}: a key does not belong in a file. Take it out, treat it as known to others, and set INTERVIEW_AGENT__{key.Replace(":", "__", StringComparison.Ordinal)} or the variable that KeyVariable names."))
                : ValidateOptionsResult.Success;
    }
}
