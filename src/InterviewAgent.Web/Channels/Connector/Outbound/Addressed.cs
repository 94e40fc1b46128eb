using InterviewAgent.Interviewing.Delivery;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>An activity with its envelope: from whom, to whom, where. From us under our own id, never one out of an activity.</summary>
internal static class Addressed
{
    public static ChannelActivity To(Conversation to, ChannelActivity activity) => activity with
    {
        ChannelId = to.Channel,
        ServiceUrl = to.ServiceUrl,
        From = new() { Id = to.BotId },
        Recipient = to.UserId is { } user ? new() { Id = user } : null,
        Conversation = new() { Id = to.ChannelConversationId, TenantId = to.TenantId },
        Locale = activity.Locale ?? to.Locale,
    };
}
