using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Storage;
using InterviewAgent.Storage.Servers;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>
/// Answers a call that wants the replies in its response (delivery mode expectReplies): they go through the same outbox as everything,
/// and from there into the open call.
/// </summary>
internal sealed class ExpectedReplies(IDbContextFactory<InterviewAgentDb> stores, OpenCalls calls, OutboxSender sender, ThisServer server, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(12);

    /// <summary>Does the work and waits until nothing more is to be said because of it.</summary>
    public async Task<IReadOnlyList<ChannelActivity>> To(ChannelActivity asked, Func<Task> work)
    {
        var replies = calls.Open(asked);
        try
        {
            await Mark(asked, server.Id, clock.GetUtcNow() + Longest);
            await work();
            await Mark(asked, server.Id, clock.GetUtcNow() + Longest); // The work may have made the conversation's row.
            for (var until = clock.GetUtcNow() + Longest; clock.GetUtcNow() < until && await IsWaiting(asked);)
            {
                await sender.Run(CancellationToken.None);
                await Task.Delay(TimeSpan.FromMilliseconds(10), clock);
            }
        }
        finally
        {
            calls.Close(asked);
            await Mark(asked, null, null);
        }

        return [.. replies.Select(reply => reply with { ReplyToId = asked.Id })];
    }

    /// <summary>No other server sends meanwhile what belongs into this call.</summary>
    private async Task Mark(ChannelActivity asked, Guid? by, DateTimeOffset? until)
    {
        await using var db = await stores.CreateDbContextAsync();
        if (db.IsShared)
        {
            await db.Conversations.Where(place => place.Channel == asked.ChannelId && place.ChannelConversationId == asked.Conversation!.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(place => place.CalledBy, by).SetProperty(place => place.CalledUntil, until));
        }
    }

    private async Task<bool> IsWaiting(ChannelActivity asked)
    {
        await using var db = await stores.CreateDbContextAsync();
        return await db.Outbox.AnyAsync(row => (row.State == OutboxState.Pending || row.State == OutboxState.Sending)
            && db.Conversations.Any(place => place.Id == row.ConversationId && place.Channel == asked.ChannelId && place.ChannelConversationId == asked.Conversation!.Id));
    }
}
