using System.Collections.Concurrent;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Web.Channels;

/// <summary>
/// Finishes replies that a model words, after the channel has acknowledged the answer. Nothing is kept here that another needs: the store has
/// the mark, and a sweep finishes what this process did not.
/// </summary>
internal sealed partial class OwedReplies(IServiceScopeFactory scopes, IHostApplicationLifetime host, ILogger<OwedReplies> logger) : IHostedService
{
    private readonly ConcurrentDictionary<Task, bool> open = new();

    public void Begin(Guid interviewId)
    {
        var work = Finish(interviewId);
        open[work] = true;
        work.ContinueWith(done => open.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAny(Task.WhenAll(open.Keys), Task.Delay(Timeout.Infinite, cancellationToken));

    private async Task Finish(Guid interviewId)
    {
        await Task.Yield();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FinishReply>().For(interviewId, host.ApplicationStopping);
        }
        catch (OperationCanceledException)
        {
            // The server stops; another one finishes it.
        }
#pragma warning disable CA1031 // A job runner: the row stays marked, and the sweep finishes it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Failed(logger, interviewId, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The reply of interview {Interview} could not be finished; the sweep tries again.")]
        public static partial void Failed(ILogger logger, Guid interview, Exception failure);
    }
}
