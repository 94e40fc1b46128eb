using InterviewAgent.Insights.Digests.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Insights.Digests;

internal static class DigestsSetup
{
    public static IServiceCollection AddDigests(this IServiceCollection services)
    {
        services.AddSingleton(_ => DigestTexts.Load(Path.Combine(AppContext.BaseDirectory, "prompts")));
        return services.AddSingleton<WriteDigest>().AddSingleton<DigestLinks>().AddSingleton<DigestMarkdown>().AddSingleton<DigestText>().AddSingleton<DigestHtml>().AddScoped<LoadDigestFacts>().AddScoped<KeepDigest>();
    }
}
