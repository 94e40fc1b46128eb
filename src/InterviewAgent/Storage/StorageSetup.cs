using InterviewAgent.Settings;
using InterviewAgent.Storage.PostgreSql;
using InterviewAgent.Storage.Servers;
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
        services.AddSingleton<IValidateOptions<StorageOptions>>(new UsableConnection(configuration));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new SqliteFile(SettingsSection.Rooted(configuration, Options(provider).Path), Busy(provider)));
        services.AddSingleton(provider => new PostgreSqlServer(PostgreSqlConnection.Of(configuration), Busy(provider)));
        services.AddPooledDbContextFactory<SqliteInterviewAgentDb>(
            (provider, builder) => provider.GetRequiredService<SqliteFile>().Configure(builder));
        services.AddPooledDbContextFactory<PostgreSqlInterviewAgentDb>(
            (provider, builder) => provider.GetRequiredService<PostgreSqlServer>().Configure(builder));
        services.AddSingleton<IDbContextFactory<InterviewAgentDb>>(provider => Options(provider).Provider == StorageProvider.PostgreSql
            ? new Factory<PostgreSqlInterviewAgentDb>(provider.GetRequiredService<IDbContextFactory<PostgreSqlInterviewAgentDb>>())
            : new Factory<SqliteInterviewAgentDb>(provider.GetRequiredService<IDbContextFactory<SqliteInterviewAgentDb>>()));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<InterviewAgentDb>>().CreateDbContext());
        services.AddSingleton(provider => new MigrateDatabase(provider.GetRequiredService<IDbContextFactory<InterviewAgentDb>>()));
        services.AddServers();
        return PostgreSqlConnection.IsWanted(configuration)
            ? services.AddSingleton<PostgreSqlNews>().AddSingleton<IServerNews>(provider => provider.GetRequiredService<PostgreSqlNews>())
                .AddHostedService(provider => provider.GetRequiredService<PostgreSqlNews>())
            : services.AddSingleton<IServerNews, NoOtherServer>();
    }

    private static StorageOptions Options(IServiceProvider provider) => provider.Options<StorageOptions>();

    private static TimeSpan Busy(IServiceProvider provider) => TimeSpan.FromSeconds(Options(provider).BusySeconds);

    private sealed class Factory<TContext>(IDbContextFactory<TContext> one) : IDbContextFactory<InterviewAgentDb> where TContext : InterviewAgentDb
    {
        public InterviewAgentDb CreateDbContext() => one.CreateDbContext();
    }

    private sealed class UsableConnection(IConfiguration configuration) : IValidateOptions<StorageOptions>
    {
        public ValidateOptionsResult Validate(string? name, StorageOptions options) =>
            PostgreSqlConnection.Fault(configuration, options) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }
}
