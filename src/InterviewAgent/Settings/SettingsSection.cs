using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Settings;

/// <summary>A section of appsettings.json and the options class it fills: what the whole of the settings may contain.</summary>
public sealed record SettingsSection(string Name, Type Options)
{
    /// <summary>The folder that relative paths in the settings count from; hosts set it under this key.</summary>
    public const string RootKey = "contentRoot";

    /// <summary>A path from the settings, made absolute.</summary>
    public static string Rooted(IConfiguration configuration, string path)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Path.GetFullPath(path, configuration[RootKey] is { Length: > 0 } root ? Path.GetFullPath(root) : Directory.GetCurrentDirectory());
    }
}

public static class SettingsSectionSetup
{
    /// <summary>
    /// Binds <typeparamref name="TOptions"/> to a section and validates it on start by its data annotations.
    /// A key that the class does not have is an error: a mistyped setting that is silently ignored costs a day.
    /// </summary>
    public static OptionsBuilder<TOptions> AddSettings<TOptions>(
        this IServiceCollection services, IConfiguration configuration, string section) where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton(new SettingsSection(section, typeof(TOptions)));
        services.AddSingleton<IValidateOptions<TOptions>>(new ByAnnotations<TOptions>(section));
        return services.AddOptions<TOptions>()
            .Bind(configuration.GetSection(section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
    }

    internal static TOptions Options<TOptions>(this IServiceProvider provider) where TOptions : class =>
        provider.GetRequiredService<IOptions<TOptions>>().Value;

    private sealed class ByAnnotations<TOptions>(string section) : IValidateOptions<TOptions> where TOptions : class
    {
        public ValidateOptionsResult Validate(string? name, TOptions options)
        {
            List<ValidationResult> wrong = [];
            return Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(wrong.Select(result =>
                    $"Setting {section}:{string.Join(", ", result.MemberNames)}: {result.ErrorMessage}"));
        }
    }
}
