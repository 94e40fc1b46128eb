using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Storage;
using InterviewAgent.Web.Channels.Connector;
using Microsoft.EntityFrameworkCore;
using SeenPlace = InterviewAgent.Interviewing.Delivery.SeenConversation;

namespace InterviewAgent.Web.Channels.Teams;

/// <summary>
/// Whose conversation an activity comes from. A person is known by the directory's object id within their tenant, which the channel
/// has signed, or because this chat was connected by a code from their personal link: never by a name or an address.
/// </summary>
internal sealed class WhoWrites(InterviewAgentDb db, RememberConversation remember)
{
    /// <summary>Interviews are held in private; anything that says it is not a chat of two is none.</summary>
    public static bool IsPrivate(ChannelActivity activity) =>
        activity.Conversation is { IsGroup: not true, ConversationType: null or "" or "personal" };

    /// <summary>The conversation, remembered, with its respondent where they are known. Null: it is another person's.</summary>
    public async Task<Conversation?> In(ChannelActivity activity, CancellationToken cancellation)
    {
        var (user, directory) = (User(activity), DirectoryUser(activity));
        if (await Stored(activity, cancellation) is { } stored && !IsSame(stored, user, directory))
        {
            return null;
        }

        var place = await remember.Run(Seen(activity) with { UserId = user, DirectoryUserId = directory }, cancellation);
        if (place.RespondentId is null && await Known(place, cancellation) is var (respondent, account))
        {
            (place.RespondentId, place.AccountId) = (respondent, account);
            await db.SaveChangesAsync(cancellation);
        }

        return place;
    }

    /// <summary>A group's address, without anybody in it.</summary>
    public Task<Conversation> Group(ChannelActivity activity, CancellationToken cancellation) => remember.Run(Seen(activity), cancellation);

    /// <summary>As it is stored; nothing is remembered, and a stop stays one.</summary>
    public Task<Conversation?> Stored(ChannelActivity activity, CancellationToken cancellation) => db.Conversations.AsNoTracking().SingleOrDefaultAsync(
        place => place.Channel == activity.ChannelId && place.ChannelConversationId == activity.Conversation!.Id, cancellation);

    private static SeenPlace Seen(ChannelActivity activity) => new(
        activity.ChannelId!, activity.Conversation!.Id!, activity.ServiceUrl ?? "", activity.Recipient?.Id ?? "",
        activity.TenantId?.ToLowerInvariant(), Locale: activity.Locale);

    private static bool IsSame(Conversation stored, string? user, string? directory) =>
        stored.DirectoryUserId is { } known && directory is not null ? known == directory
        : stored.UserId is null || user is null || stored.UserId == user;

    private async Task<(Guid Respondent, Guid Account)?> Known(Conversation place, CancellationToken cancellation)
    {
        if (place.DirectoryUserId is not { } id)
        {
            return null;
        }

        var people = await (
            from person in db.Respondents
            join account in db.Accounts on person.AccountId equals account.Id
            where person.AadObjectId == id && (account.TenantId == null || account.TenantId == place.TenantId)
            select new { person.Id, person.AccountId }).Take(2).ToListAsync(cancellation);
        // Somebody who works for two customers says by a personal link for which of them.
        return people is [var one] ? (one.Id, one.AccountId) : null;
    }

    private static string? User(ChannelActivity activity) =>
        activity.From?.Id is { Length: > 0 } id && id != activity.Recipient?.Id ? id : null;

    /// <summary>An install event may name it with the member only.</summary>
    private static string? DirectoryUser(ChannelActivity activity) =>
        User(activity) is { } user
        && (activity.From!.AadObjectId ?? activity.MembersAdded?.FirstOrDefault(member => member.Id == user)?.AadObjectId) is { Length: > 0 } id
            ? id.ToLowerInvariant() : null;
}
