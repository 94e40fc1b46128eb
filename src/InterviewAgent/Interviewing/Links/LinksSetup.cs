using InterviewAgent.Settings;
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
            return new LinkKeys(options.Keys, options.SigningKey, SettingsSection.Rooted(configuration, options.KeyFile));
        });
        return services.AddSingleton<LinkToken>().AddScoped<IssueLink>().AddScoped<OpenLink>().AddScoped<DeviceCode>().AddScoped<PairingCode>();
    }
}
