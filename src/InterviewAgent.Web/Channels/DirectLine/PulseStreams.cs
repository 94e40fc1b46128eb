using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.DirectLine;

/// <summary>One timer keeps every stream alive, however many there are.</summary>
internal sealed class PulseStreams(Streams streams, IOptions<DirectLineOptions> options, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(options.Value.KeepAliveSeconds) / Streams.PulseGroups, clock);
        for (var group = 0; await timer.WaitForNextTickAsync(stoppingToken); group = (group + 1) % Streams.PulseGroups)
        {
            streams.Pulse(group);
        }
    }
}
