using System.Text.Json;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Storage;
using InterviewAgent.Web.Channels.Cards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using LinkOptions = InterviewAgent.Interviewing.Links.LinkOptions;

namespace InterviewAgent.Web.Channels.Teams;

/// <summary>
/// The personal link that the last turn speaks of, for those who never got one by mail: made once for an interview in this
/// conversation, noted there by its id, and signed only when it is shown.
/// </summary>
internal sealed class AnswersLink(LinkToken tokens, IOptions<LinkOptions> options)
{
    public static async Task Ensure(InterviewAgentDb db, IssueLink links, Conversation place, Guid checkInId, CancellationToken cancellation)
    {
        if (Read(place)?.CheckIn == checkInId)
        {
            return;
        }

        var issued = await links.For(checkInId, cancellation);
        var json = JsonSerializer.Serialize(new Noted(checkInId, issued.LinkId), CardJson.Options);
        await db.Conversations.Where(row => row.Id == place.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Json, json), cancellation);
    }

    /// <summary>Null: none was made for this check-in.</summary>
    public string? Address(Conversation place, Guid checkInId) =>
        Read(place) is { } noted && noted.CheckIn == checkInId ? $"{options.Value.PublicAddress.TrimEnd('/')}/i/{tokens.For(noted.Link)}" : null;

    private static Noted? Read(Conversation place) =>
        place.Json is { } json ? JsonSerializer.Deserialize<Noted>(json, CardJson.Options) : null;

    private sealed record Noted(Guid CheckIn, Guid Link);
}
