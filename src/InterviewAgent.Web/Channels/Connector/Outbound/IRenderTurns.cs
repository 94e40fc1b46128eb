using InterviewAgent.Interviewing.Delivery;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>
/// How a message looks in a channel: its words, cards and what can be tapped. Where it goes to, and from whom, is not its business:
/// <see cref="Addressed"/> adds that. A turn that is not current any more is shown with nothing to tap.
/// </summary>
internal interface IRenderTurns
{
    ChannelActivity Render(OutgoingMessage message);
}
