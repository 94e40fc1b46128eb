using InterviewAgent.Privacy.Erasures;
using InterviewAgent.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Cli;

/// <summary>The product, composed for one command from the root appsettings.json and the environment.</summary>
internal static class Product
{
    private const string Prefix = "INTERVIEW_AGENT__";

    /// <summary>The slices without a look at the database: for commands that work on files alone.</summary>
    public static ServiceProvider Compose(Action<IServiceCollection>? more = null)
    {
        var configuration = Settings();
        var composed = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging
                .SetMinimumLevel(LogLevel.Warning)
                .AddConfiguration(configuration.GetSection("Logging"))
                .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace))
            .AddInterviewAgent(configuration);
        more?.Invoke(composed);
        var services = composed.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        services.GetRequiredService<IStartupValidator>().Validate();
        return services;
    }

    /// <summary>The slices on a database of this version. A new one, and in development any, is brought up to date first.</summary>
    public static async Task<ServiceProvider> Open(CancellationToken cancellation, Action<IServiceCollection>? more = null)
    {
        var services = Compose(more);
        var migrate = services.GetRequiredService<MigrateDatabase>();
        if (await migrate.Pending(cancellation) is { Count: > 0 } pending)
        {
            if (!IsDevelopment && !await migrate.IsNew(cancellation))
            {
                throw new BadInputException(
                    "The database", $"it lacks {string.Join(", ", pending)}", "Run `interview-agent db migrate`, then this again.");
            }

            await migrate.Run(cancellation);
        }

        await services.GetRequiredService<ReplayErasures>().Run(cancellation);
        return services;
    }

    internal static IConfiguration Settings()
    {
        var root = Root();
        return new ConfigurationBuilder()
            .AddInMemoryCollection([new(InterviewAgent.Settings.SettingsSection.RootKey, root)])
            .AddJsonFile(Path.Combine(root, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddEnvironmentVariables(Prefix)
            .Build();
    }

    private static bool IsDevelopment =>
        (Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"))
            is "Development";

    // ./interview-agent names the root, so that it works from any directory; a published build carries its own settings.
    private static string Root() =>
        Environment.GetEnvironmentVariable("INTERVIEW_AGENT_ROOT") is { Length: > 0 } named ? named
        : File.Exists("appsettings.json") ? Directory.GetCurrentDirectory()
        : AppContext.BaseDirectory;
}
