using InterviewAgent.Interviewing;

namespace InterviewAgent.Web.Channels;

/// <summary>Guides and word lists are read before the first visitor comes: a broken file stops the start, and nobody waits for them.</summary>
internal sealed class LoadEngine(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OpenInterview>();
        scope.ServiceProvider.GetRequiredService<ReceiveAnswer>();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
