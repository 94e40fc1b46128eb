using InterviewAgent.Settings;
using InterviewAgent.Storage;
using InterviewAgent.Storage.PostgreSql;
using InterviewAgent.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace InterviewAgent.Jobs;

public static class JobsSetup
{
    /// <summary>Registers a sweep. Each runs in a scope of its own; slices call this from their own setup.</summary>
    /// <param name="every">Null: as often as the settings say, and at once on a <see cref="Wake"/>.</param>
    public static IServiceCollection AddSweep<TSweep>(this IServiceCollection services, string name, TimeSpan? every = null)
        where TSweep : class, ISweep => services
        .AddScoped<TSweep>()
        .AddSingleton(provider => new SweepSchedule(
            name, typeof(TSweep), every ?? TimeSpan.FromSeconds(provider.Options<JobsOptions>().SweepSeconds), every is null));

    /// <summary>Registers a kind of waiting rows, so that their number and age are seen outside.</summary>
    /// <param name="depth">The rows that wait at the time given.</param>
    /// <param name="since">Since when each waits, the oldest first.</param>
    public static IServiceCollection AddWaitingWork(
        this IServiceCollection services, string queue, Func<InterviewAgentDb, DateTimeOffset, IQueryable<object>> depth,
        Func<InterviewAgentDb, DateTimeOffset, IQueryable<DateTimeOffset?>> since) => services.AddSingleton(new WaitingWork(queue, depth, since));

    /// <summary>Registers a sweep that each of several servers runs for itself, because what it keeps is the server's own.</summary>
    public static IServiceCollection AddOwnSweep<TSweep>(this IServiceCollection services, string name, TimeSpan every)
        where TSweep : class, ISweep => services.AddScoped<TSweep>().AddSingleton(new SweepSchedule(name, typeof(TSweep), every, OnWake: false, EachServer: true));

    /// <summary>What runs the sweeps: Quartz in a host, <see cref="DrainSweeps"/> without one.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<JobsOptions>(configuration, "Jobs");
        services.TryAddSingleton<Wake>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RunSweep>().AddSingleton<TrySweep>().AddSingleton<DrainSweeps>();
        if (configuration.GetValue("Jobs:Run", true))
        {
            services.AddQuartz(quartz => quartz.UsePersistentStore(store => KeepSchedule(store, configuration)
                .ConfigureStore(options => options.SchemaProvisioning = SchemaProvisioning.CreateIfMissing)));
            services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
            services.AddHostedService<ScheduleSweeps>();
            services.AddHostedService<WakeListener>();
            services.AddHostedService<RunOwnSweeps>();
        }

        return services;
    }

    /// <summary>On SQLite in a file beside the product's; on PostgreSQL in a schema of the product's database, which all its servers share.</summary>
    private static IPersistentStoreBuilder KeepSchedule(IPersistentStoreBuilder store, IConfiguration configuration) =>
        PostgreSqlConnection.IsWanted(configuration)
            ? store.UsePostgres(source => source.ConnectionString = ScheduleSchema.ConnectionString(configuration)).UseClustering()
            : store.UseSqlite(source => source.ConnectionString = ScheduleFile.ConnectionString(configuration));
}
