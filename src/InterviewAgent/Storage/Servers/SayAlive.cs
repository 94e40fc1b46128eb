using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InterviewAgent.Storage.Servers;

/// <summary>Where a store is shared: says every few seconds that this server is alive, and counts those that are.</summary>
internal sealed partial class SayAlive(IDbContextFactory<InterviewAgentDb> factory, ThisServer server, TimeProvider clock, ILogger<SayAlive> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>After so long without a word a server is taken for gone.</summary>
    internal static readonly TimeSpan Gone = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using (var db = await factory.CreateDbContextAsync(stoppingToken))
        {
            if (!db.IsShared)
            {
                return;
            }
        }

        using PeriodicTimer timer = new(Every, clock);
        do
        {
            try
            {
                await Say(stoppingToken);
            }
#pragma warning disable CA1031 // A store that does not answer is everybody's matter; here it only means that the count stays as it was.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.NotSaid(logger, failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>From this moment on the others share what was this one's.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            if (db.IsShared)
            {
                await db.LiveServers.Where(row => row.Id == server.Id).ExecuteDeleteAsync(cancellationToken);
            }
        }
#pragma warning disable CA1031 // A row that stays counts a few seconds more; whatever failed must not keep the server from stopping.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.NotSaid(logger, failure);
        }
    }

    private async Task Say(CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var now = clock.GetUtcNow();
        if (await db.LiveServers.Where(row => row.Id == server.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, now), cancellation) == 0)
        {
            db.LiveServers.Add(new() { Id = server.Id, StartedAt = now, SeenAt = now });
            await db.SaveChangesAsync(cancellation);
        }

        var (since, old) = (now - Gone, now - TimeSpan.FromDays(1));
        await db.LiveServers.Where(row => row.SeenAt < old).ExecuteDeleteAsync(cancellation);
        server.Alive = Math.Max(1, await db.LiveServers.CountAsync(row => row.SeenAt > since, cancellation));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "This server could not say in the store that it is alive.")]
        public static partial void NotSaid(ILogger logger, Exception failure);
    }
}
