using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Interviewing.Delivery;

/// <summary>Who wrote from where, as the channel's verified activity says it.</summary>
public sealed record SeenConversation(
    string Channel, string ChannelConversationId, string ServiceUrl, string BotId, string? TenantId = null, string? UserId = null,
    string? DirectoryUserId = null, string? Locale = null);

/// <summary>
/// Keeps the address under which a conversation is reached, renewed from every activity that comes in. Hearing from somebody
/// also ends a stop: they can be written to again.
/// </summary>
public sealed class RememberConversation(InterviewAgentDb db, TimeProvider clock)
{
    private const int Attempts = 4;

    /// <summary>It orders conversations by who wrote last; in the middle of a talk it is worth no write of its own.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>The stored row, tracked; what was not seen now stays as it was.</summary>
    public async Task<Conversation> Run(SeenConversation seen, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var place = await Find(seen, cancellation) ?? New(seen);
                Renew(place, seen);
                await db.SaveChangesAsync(cancellation);
                return place;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear(); // The other copy of the same event came first.
            }
        }
    }

    /// <summary>By the channel's id; else the row that was waiting for its conversation with this user.</summary>
    private async Task<Conversation?> Find(SeenConversation seen, CancellationToken cancellation) =>
        await db.Conversations.SingleOrDefaultAsync(
            place => place.Channel == seen.Channel && place.ChannelConversationId == seen.ChannelConversationId, cancellation)
        ?? await db.Conversations.FirstOrDefaultAsync(
            place => place.ChannelConversationId == null && place.Channel == seen.Channel && place.TenantId == seen.TenantId
                && place.UserId == seen.UserId && seen.UserId != null, cancellation);

    private Conversation New(SeenConversation seen)
    {
        Conversation place = new()
        {
            Channel = seen.Channel, ChannelConversationId = seen.ChannelConversationId, ServiceUrl = seen.ServiceUrl, BotId = seen.BotId,
        };
        db.Conversations.Add(place);
        return place;
    }

    private void Renew(Conversation place, SeenConversation seen)
    {
        place.ChannelConversationId ??= seen.ChannelConversationId;
        place.ServiceUrl = seen.ServiceUrl;
        place.BotId = seen.BotId;
        place.TenantId = seen.TenantId ?? place.TenantId;
        place.UserId = seen.UserId ?? place.UserId;
        place.DirectoryUserId = seen.DirectoryUserId ?? place.DirectoryUserId;
        place.Locale = seen.Locale ?? place.Locale;
        if (clock.GetUtcNow() is var now && now - (place.HeardAt ?? DateTimeOffset.MinValue) > Fresh)
        {
            place.HeardAt = now;
        }

        place.StoppedAt = null;
        place.StoppedWhy = null;
    }
}
