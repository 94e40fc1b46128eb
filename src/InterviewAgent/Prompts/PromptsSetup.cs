using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InterviewAgent.Prompts;

public static class PromptsSetup
{
    /// <summary>The prompt library, loaded once from the prompts folder beside the program.</summary>
    public static IServiceCollection AddPrompts(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => PromptLibrary.Load(Path.Combine(AppContext.BaseDirectory, "prompts")));
        return services;
    }
}
