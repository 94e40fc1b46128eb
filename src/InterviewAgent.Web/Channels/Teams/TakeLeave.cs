using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Storage;
using InterviewAgent.Web.Channels.Connector;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Channels.Teams;

/// <summary>
/// The app was taken away: nothing is sent there any more, and the personal link is the way. Whether the last question can still
/// be seen is unknown from now on, so that after a new install it is shown again.
/// </summary>
internal sealed class TakeLeave(InterviewAgentDb db, WhoWrites who, TimeProvider clock)
{
    public async Task Run(ChannelActivity activity, CancellationToken cancellation)
    {
        if (await who.Stored(activity, cancellation) is not { } place)
        {
            return;
        }

        await db.Whole(() => Stop(place.Id, cancellation), cancellation);
    }

    private async Task Stop(Guid placeId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var work = await db.Database.BeginTransactionAsync(cancellation);
        await db.Conversations.Where(row => row.Id == placeId).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.StoppedAt, now).SetProperty(row => row.StoppedWhy, Conversation.Uninstalled).SetProperty(row => row.Greeted, false), cancellation);
        await db.Outbox.Where(row => row.ConversationId == placeId && row.State == OutboxState.Pending).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, OutboxState.Refused).SetProperty(row => row.Why, Conversation.Uninstalled), cancellation);
        await db.Outbox.Where(row => row.ConversationId == placeId && row.State == OutboxState.Sent && row.TurnN != null
                && !db.Turns.Any(later => later.InterviewId == row.InterviewId && later.N > row.TurnN))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, OutboxState.Unknown).SetProperty(row => row.Why, Conversation.Uninstalled), cancellation);
        await work.CommitAsync(cancellation);
    }
}
