using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Channels.Teams;

/// <summary>Connects a chat with the respondent whose personal link showed the code. Who holds the link is whom we invited.</summary>
internal sealed class ConnectChat(InterviewAgentDb db, PairingCode codes, OpenInterview interviews, SayNotice say)
{
    public async Task By(string code, Conversation place, CancellationToken cancellation)
    {
        if (await codes.Take(code, cancellation) is not { } link
            || await db.Respondents.SingleAsync(row => row.Id == link.RespondentId, cancellation) is var person && !IsThem(person.AadObjectId, place))
        {
            await say.Run(place.Id, "code-refused", cancellation);
            return;
        }

        place = await db.Conversations.SingleAsync(row => row.Id == place.Id, cancellation);
        (place.RespondentId, place.AccountId, place.Greeted) = (person.Id, person.AccountId, true);
        person.AadObjectId ??= place.DirectoryUserId;
        await db.SaveChangesAsync(cancellation);
        await say.Run(place.Id, "connected", cancellation);
        await interviews.For(link.CheckInId, place.Channel, place.Id, cancellation);
    }

    /// <summary>Where the customer's directory names the person, a code makes nobody else of them.</summary>
    private static bool IsThem(string? known, Conversation place) => known is null || place.DirectoryUserId is null || known == place.DirectoryUserId;
}
