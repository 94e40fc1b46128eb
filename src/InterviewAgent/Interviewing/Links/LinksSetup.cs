using InterviewAgent.Settings;
using InterviewAgent.Storage;
using InterviewAgent.Storage.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing.Links;

public static class LinksSetup
{
    public static IServiceCollection AddLinks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<LinkOptions>(configuration, "Links");
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<LinkOptions>>().Value;
            var file = SettingsSection.Rooted(configuration, options.KeyFile);
            using var db = provider.GetRequiredService<IDbContextFactory<InterviewAgentDb>>().CreateDbContext();
            return new LinkKeys(options.Keys.Count > 0 || !db.IsShared ? options.Keys
                : StoredLinkKeys.Read(db, provider.GetRequiredService<KeySeal>(), file, provider.GetRequiredService<TimeProvider>().GetUtcNow()), options.SigningKey, file);
        });
        return services.AddSingleton<LinkToken>().AddScoped<IssueLink>().AddScoped<OpenLink>().AddScoped<DeviceCode>().AddScoped<PairingCode>();
    }
}
