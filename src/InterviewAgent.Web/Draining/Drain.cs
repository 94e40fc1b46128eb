using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Draining;

/// <summary>
/// Leaves in this order: not ready any more; for the notice's time everything goes on, so that new requests go elsewhere; then open streams are told to
/// come back, which they do on another server; then the host stops what is left: requests and sweeps in hand end, claims are given back.
/// </summary>
internal sealed class Drain(IHostApplicationLifetime host, IOptions<DrainOptions> options, TimeProvider clock) : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource streams = new();

    /// <summary>From the signal on.</summary>
    public bool HasBegun => host.ApplicationStopping.IsCancellationRequested;

    /// <summary>Open streams end.</summary>
    public CancellationToken StreamsEnd => streams.Token;

    /// <summary>Before any part is stopped, the listening ports among them.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(options.Value.NoticeSeconds), clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await streams.CancelAsync();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => streams.Dispose();
}
