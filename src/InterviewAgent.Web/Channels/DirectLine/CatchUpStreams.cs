using InterviewAgent.Storage;
using InterviewAgent.Storage.Servers;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Channels.DirectLine;

/// <summary>
/// Where several servers share the store: looks every few seconds whether an open conversation has moved on, for what another server stored and could
/// not tell (it was killed in between, or the line was down). One query for a thousand streams.
/// </summary>
internal sealed partial class CatchUpStreams(
    Streams streams, CountUses shared, IDbContextFactory<InterviewAgentDb> factory, TimeProvider clock, ILogger<CatchUpStreams> logger) : BackgroundService
{
    private const int AtOnce = 1000;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private Dictionary<Guid, int> seen = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!shared.IsNeeded)
        {
            return;
        }

        using PeriodicTimer timer = new(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Look(stoppingToken);
            }
#pragma warning disable CA1031 // A job runner: the next round looks again.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.Failed(logger, failure);
            }
        }
    }

    private async Task Look(CancellationToken cancellation)
    {
        Dictionary<Guid, int> now = [];
        await using var db = await factory.CreateDbContextAsync(cancellation);
        foreach (var some in streams.Open.Chunk(AtOnce))
        {
            foreach (var held in await db.Interviews.Where(row => some.Contains(row.CheckInId)).Select(row => new { row.CheckInId, row.Version }).ToListAsync(cancellation))
            {
                now[held.CheckInId] = held.Version;
            }
        }

        foreach (var (conversation, version) in now)
        {
            if (seen.GetValueOrDefault(conversation, -1) != version)
            {
                streams.Wake(conversation);
            }
        }

        seen = now;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Open streams could not be compared with the store; it is tried again.")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
