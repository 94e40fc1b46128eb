using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Channels.Connector.Inbox;

/// <summary>Tells a respondent that a message of theirs, which was acknowledged, is given up; through the outbox like everything.</summary>
internal sealed class Apologise(IDbContextFactory<InterviewAgentDb> stores, OutboxWake outbox, TimeProvider clock)
{
    public async Task For(ChannelActivity activity)
    {
        if (activity.Type != "message")
        {
            return; // Nobody waits for an answer to anything else.
        }
        await using var db = await stores.CreateDbContextAsync();
        var place = await db.Conversations.AsNoTracking().SingleOrDefaultAsync(known =>
            known.Channel == activity.ChannelId && known.ChannelConversationId == activity.Conversation!.Id && known.RespondentId != null);
        if (place is not null)
        {
            db.Outbox.Add(OutboxMessage.OfNotice(place.Id, "given-up", clock.GetUtcNow()));
            await db.SaveChangesAsync();
            outbox.Up();
        }
    }
}
