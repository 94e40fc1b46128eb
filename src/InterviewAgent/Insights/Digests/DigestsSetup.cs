using InterviewAgent.Insights.Digests.Rendering;
using InterviewAgent.Insights.Digests.Sending;
using InterviewAgent.Jobs;
using InterviewAgent.Settings;
using InterviewAgent.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Insights.Digests;

internal static class DigestsSetup
{
    public static IServiceCollection AddDigests(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<DigestOptions>(configuration, "Digests");
        services.AddSingleton(_ => DigestTexts.Load(Path.Combine(AppContext.BaseDirectory, "prompts")));
        services.AddSingleton<WriteDigest>().AddSingleton<JoinFacts>().AddSingleton<WordDigest>().AddScoped<LoadDigestFacts>().AddScoped<KeepDigest>();
        services.AddSingleton<DigestLinks>().AddSingleton<DigestMarkdown>().AddSingleton<DigestText>().AddSingleton<DigestHtml>().AddSingleton<DigestCard>();
        services.AddSingleton(_ => TeamsAddress.FromEnvironment())
            .AddSingleton(provider => new CardPost(provider.GetRequiredService<IOptions<DigestOptions>>().Value.AllowPrivateAddresses));
        services.AddSingleton<DigestRows>().AddSingleton<ComposeDigestMail>().AddScoped<Unsubscribe>();
        services.AddSweep<QueueDigests>("digests", TimeSpan.FromMinutes(1)).AddSweep<SendDigestMails>("digest-mails").AddSweep<SendDigestCards>("digest-cards");
        return services.AddScoped(provider => new SendDigestsNow(
            provider.GetRequiredService<InterviewAgentDb>(), provider.GetRequiredService<KeepDigest>(), provider.GetRequiredService<QueueDigests>(),
            provider.GetRequiredService<SendDigestMails>(), provider.GetRequiredService<SendDigestCards>()));
    }
}
