using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy;

/// <summary>Removes what a respondent's channels brought and was not handled yet. Runs in the caller's transaction.</summary>
internal static class EraseArrivals
{
    /// <param name="marksToo">False: the marks of what was handled stay, which hold no words; a late copy of them is still known.</param>
    public static async Task Of(InterviewAgentDb db, Guid respondentId, bool marksToo, CancellationToken cancellation)
    {
        var conversations = await db.Conversations.Where(known => known.RespondentId == respondentId && known.ChannelConversationId != null)
            .Select(known => new { known.Channel, Id = known.ChannelConversationId! }).ToListAsync(cancellation);
        var places = conversations.ConvertAll(known => Arrival.PlaceOf(known.Channel, known.Id));
        await db.Arrivals.Where(arrival => places.Contains(arrival.Place) && (marksToo || arrival.Json != null)).ExecuteDeleteAsync(cancellation);
    }
}
