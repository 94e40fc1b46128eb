namespace InterviewAgent.Web.Channels.Connector;

/// <summary>Takes every activity and does nothing, until a channel has something to do.</summary>
internal sealed class AcceptAll : IHandleActivities
{
    public Task<InvokeAnswer?> Handle(ChannelActivity activity, CancellationToken cancellation) => Task.FromResult<InvokeAnswer?>(null);
}
