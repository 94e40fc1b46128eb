using System.Collections.Concurrent;
using InterviewAgent.Web.Channels.Connector;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InterviewAgent.Web.Tests.Channels.Connector;

/// <summary>Stands in for the product behind the door: notes what was handed to it, and does what the test says.</summary>
internal sealed class Recorder : IHandleActivities
{
    private readonly ConcurrentQueue<ChannelActivity> handled = new();

    public IReadOnlyList<ChannelActivity> Handled => [.. handled];

    public void Reset()
    {
        handled.Clear();
        Does = _ => Task.FromResult<InvokeAnswer?>(null);
    }

    /// <summary>After the activity was noted.</summary>
    public Func<ChannelActivity, Task<InvokeAnswer?>> Does { get; set; } = _ => Task.FromResult<InvokeAnswer?>(null);

    public void Replace(IServiceCollection services) => services.RemoveAll<IHandleActivities>().AddSingleton<IHandleActivities>(this);

    public Task<InvokeAnswer?> Handle(ChannelActivity activity, CancellationToken cancellation)
    {
        handled.Enqueue(activity);
        return Does(activity);
    }
}
