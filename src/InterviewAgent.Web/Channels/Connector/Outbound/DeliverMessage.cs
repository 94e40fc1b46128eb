using InterviewAgent.Interviewing.Delivery;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>Sends one claimed message: the conversation is made where there is none, then the words, once.</summary>
internal sealed class DeliverMessage(IConnector connector, IRenderTurns turns, PlainTurns plain, Outbox outbox, OpenCalls calls)
{
    public async Task<Delivered> Run(OutgoingMessage message, SendBefore? before = null)
    {
        var to = message.To;
        if (to.ChannelConversationId is null)
        {
            var begun = await Begin(to);
            if (begun.Value.Id is not { } id)
            {
                return new(message.Id, begun.Done ? DeliveryOutcome.Refused : begun.Outcome, begun.Done ? "no conversation" : begun.Why, After: begun.After);
            }

            to.ChannelConversationId = id;
        }

        var activity = Addressed.To(to, turns.Render(message));
        if (calls.Take(to, activity))
        {
            return new(message.Id, DeliveryOutcome.Sent);
        }

        var sent = FitToSize.Fits(activity) ? await Send(to, activity, before) : TooBig;
        if (sent.Why == ConnectorFailure.TooBig && activity.Attachments is { Count: > 0 })
        {
            sent = await Send(to, Addressed.To(to, plain.Render(message)), before);
        }

        return new(message.Id, sent.Outcome, sent.Done ? null : sent.Why, sent.Value.Id, sent.After);
    }

    private static ChannelResult<SentActivity> TooBig { get; } = new(DeliveryOutcome.Refused, SentActivity.Nameless, ConnectorFailure.TooBig);

    private Task<ChannelResult<SentActivity>> Send(Conversation to, ChannelActivity activity, SendBefore? before) =>
        connector.Send(new(to.ServiceUrl, to.ChannelConversationId!, before), activity);

    private async Task<ChannelResult<SentActivity>> Begin(Conversation to)
    {
        var begun = await connector.CreateConversation(new(to.ServiceUrl, to.BotId, to.UserId ?? "", to.TenantId));
        if (begun.Value.Id is { } id)
        {
            await outbox.Began(to.Id, id);
        }

        return begun;
    }
}
