using InterviewAgent.Jobs;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>The outbox as a sweep: what nobody was woken for is found within a minute.</summary>
internal sealed class SendOutbox(OutboxSender sender) : ISweep
{
    public Task<int> Run(CancellationToken cancellation) => sender.Run(cancellation);
}
