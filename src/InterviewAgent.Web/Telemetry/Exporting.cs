using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace InterviewAgent.Web.Telemetry;

/// <summary>Begins to listen before the first request, and sends what is left when the server stops.</summary>
internal sealed class Exporting(TracerProvider traces, MeterProvider metrics) : IHostedService
{
    private const int FlushMilliseconds = 5000;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(() =>
    {
        traces.ForceFlush(FlushMilliseconds);
        metrics.ForceFlush(FlushMilliseconds);
    }, cancellationToken);
}
