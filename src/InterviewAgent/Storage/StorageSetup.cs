using InterviewAgent.Settings;
using InterviewAgent.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Storage;

public static class StorageSetup
{
    /// <summary>
    /// The store: <see cref="InterviewAgentDb"/> per scope, an <see cref="IDbContextFactory{TContext}"/> of it for work that
    /// opens its own, and <see cref="MigrateDatabase"/>. Nothing outside Storage learns which provider it is.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<StorageOptions>(configuration, "Storage");
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
            return new SqliteFile(SettingsSection.Rooted(configuration, options.Path), TimeSpan.FromSeconds(options.BusySeconds));
        });
        services.AddPooledDbContextFactory<SqliteInterviewAgentDb>(
            (provider, builder) => provider.GetRequiredService<SqliteFile>().Configure(builder));
        services.AddSingleton<IDbContextFactory<InterviewAgentDb>, AnyProviderFactory>();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<InterviewAgentDb>>().CreateDbContext());
        services.AddSingleton(provider => new MigrateDatabase(
            provider.GetRequiredService<IDbContextFactory<InterviewAgentDb>>(), provider.GetRequiredService<SqliteFile>()));
        return services;
    }

    private sealed class AnyProviderFactory(IDbContextFactory<SqliteInterviewAgentDb> sqlite) : IDbContextFactory<InterviewAgentDb>
    {
        public InterviewAgentDb CreateDbContext() => sqlite.CreateDbContext();
    }
}
