using InterviewAgent.Jobs;
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
        services.AddScoped<ReadTranscript>();
        services.AddScoped<ReadReplay>();
        services.AddScoped<EraseRespondent>();
        services.AddSingleton<LastScrub>().AddSweep<ScrubErased>("erasures", TimeSpan.FromMinutes(1));
        return services;
    }
}
