using InterviewAgent.Interviewing.Delivery;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>
/// "…" while a model thinks. Teams shows it for about three seconds, and takes one every three. Nothing depends on it: it is not
/// stored, not tried again, and ends with the work, so that it never comes after the answer.
/// </summary>
internal sealed class ShowTyping(IConnector connector, TimeProvider clock)
{
    /// <summary>What is answered faster needs no sign.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    public async Task<T> While<T>(Conversation to, Task<T> work)
    {
        using CancellationTokenSource done = new();
        var typing = Type(to, done.Token);
        try
        {
            return await work;
        }
        finally
        {
            await done.CancelAsync();
            await typing;
        }
    }

    private async Task Type(Conversation to, CancellationToken done)
    {
        await Rest(Patience, done);
        while (!done.IsCancellationRequested && to is { StoppedAt: null, ChannelConversationId: { } conversation })
        {
            await connector.Send(new(to.ServiceUrl, conversation), Addressed.To(to, new() { Type = "typing" }), done);
            await Rest(Every, done);
        }
    }

    private Task Rest(TimeSpan time, CancellationToken done) =>
        Task.Delay(time, clock, done).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
