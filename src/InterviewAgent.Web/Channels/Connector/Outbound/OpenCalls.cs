using System.Collections.Concurrent;
using InterviewAgent.Interviewing.Delivery;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>Calls that wait for their replies, by conversation: what would be sent there is handed to them.</summary>
internal sealed class OpenCalls
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ChannelActivity>> open = new(StringComparer.Ordinal);

    /// <summary>Calls of one conversation come one after the other.</summary>
    public ConcurrentQueue<ChannelActivity> Open(ChannelActivity asked) => open[Name(asked.ChannelId, asked.Conversation?.Id)] = new();

    public void Close(ChannelActivity asked) => open.TryRemove(Name(asked.ChannelId, asked.Conversation?.Id), out _);

    /// <summary>True: taken, and not to be sent.</summary>
    public bool Take(Conversation to, ChannelActivity activity)
    {
        if (!open.TryGetValue(Name(to.Channel, to.ChannelConversationId), out var replies))
        {
            return false;
        }

        replies.Enqueue(activity);
        return true;
    }

    private static string Name(string? channel, string? conversation) => $"{channel}\n{conversation}";
}
