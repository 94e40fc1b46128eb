using Microsoft.Extensions.Configuration;

namespace InterviewAgent.Settings;

/// <summary>What settings files say, whatever the environment says over it: for what does not belong in a file.</summary>
internal static class FileSettings
{
    /// <summary>The values that files give to a key; empty ones are none.</summary>
    public static IEnumerable<string> Of(IConfiguration configuration, string key) => Providers(configuration).Where(IsFile)
        .Select(provider => provider.TryGet(key, out var value) ? value : null).OfType<string>().Where(value => value.Length > 0);

    private static IEnumerable<IConfigurationProvider> Providers(IConfiguration configuration) =>
        configuration is not IConfigurationRoot root ? []
        : root.Providers.SelectMany(provider => provider is ChainedConfigurationProvider chained ? Providers(chained.Configuration) : [provider]);

    private static bool IsFile(IConfigurationProvider provider)
    {
        for (var type = provider.GetType(); type is not null; type = type.BaseType)
        {
            if (type.Name == "FileConfigurationProvider")
            {
                return true;
            }
        }
        return false;
    }
}
