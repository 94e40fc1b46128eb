using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Storage;
using InterviewAgent.Web.Channels.Connector;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Channels.Teams;

/// <summary>
/// The app was installed: whichever of the events comes first, and however often, the person is greeted once. Who is due is greeted
/// by the consent turn itself, which goes to a conversation once.
/// </summary>
internal sealed class Greet(InterviewAgentDb db, WhoWrites who, DueCheckIns due, SendCheckIn checkIns, SayNotice say)
{
    public async Task Installed(ChannelActivity activity, CancellationToken cancellation)
    {
        if (!WhoWrites.IsPrivate(activity))
        {
            await Group(activity, cancellation);
        }
        else if (await who.In(activity, cancellation) is { } place)
        {
            await Person(place, cancellation);
        }
    }

    private async Task Person(Conversation place, CancellationToken cancellation)
    {
        if (place.RespondentId is not { } person)
        {
            await say.Greeting(place.Id, "unknown", cancellation);
        }
        else if (await due.First(person, cancellation) is { } checkIn)
        {
            // Also where somebody was greeted as unknown before: the first of two events may not have named them.
            await checkIns.Run(checkIn, cancellation);
            await db.Conversations.Where(row => row.Id == place.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Greeted, true), cancellation);
        }
        else
        {
            await say.Greeting(place.Id, "none-due", cancellation);
        }
    }

    /// <summary>Said once in each group, whatever is written there afterwards. None of it is kept.</summary>
    public async Task Group(ChannelActivity activity, CancellationToken cancellation) =>
        await say.Greeting((await who.Group(activity, cancellation)).Id, "group", cancellation);
}
