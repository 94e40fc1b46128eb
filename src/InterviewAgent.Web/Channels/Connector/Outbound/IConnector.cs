using InterviewAgent.Interviewing.Delivery;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>
/// The Bot Connector as we call it (bot-protocol.md §3). Nothing throws for what the channel or the network does: every call has an
/// outcome, and one that may have had its effect is never repeated.
/// </summary>
internal interface IConnector
{
    Task<ChannelResult<SentActivity>> Send(ChannelPlace to, ChannelActivity activity, CancellationToken cancellation = default);

    Task<ChannelResult<SentActivity>> Reply(ChannelPlace to, string replyToId, ChannelActivity activity, CancellationToken cancellation = default);

    /// <summary>Replaces what was sent before; doing it twice is doing it once.</summary>
    Task<ChannelResult<SentActivity>> Update(ChannelPlace to, string activityId, ChannelActivity activity, CancellationToken cancellation = default);

    Task<ChannelResult<SentActivity>> Delete(ChannelPlace to, string activityId, CancellationToken cancellation = default);

    /// <summary>Begins a conversation with one person, without a message: they see nothing of it, so it may be tried again.</summary>
    Task<ChannelResult<SentActivity>> CreateConversation(NewConversation conversation, CancellationToken cancellation = default);

    Task<ChannelResult<IReadOnlyList<ChannelAccount>>> Members(ChannelPlace of, CancellationToken cancellation = default);

    Task<ChannelResult<ChannelAccount>> Member(ChannelPlace of, string userId, CancellationToken cancellation = default);
}

/// <param name="Before">Null: at any time. Once it is over, no further try is begun.</param>
internal sealed record ChannelPlace(string ServiceUrl, string ConversationId, SendBefore? Before = null);

/// <param name="UserId">The channel's id of the person ("29:…"); an address of mail is not accepted.</param>
internal sealed record NewConversation(string ServiceUrl, string BotId, string UserId, string? TenantId);

/// <param name="Id">Of the activity, or of the conversation that was made; null where the channel gave none.</param>
internal sealed record SentActivity(string? Id)
{
    public static SentActivity Nameless { get; } = new((string?)null);
}

/// <param name="Outcome"><see cref="DeliveryOutcome.Sent"/>: done, and <paramref name="Value"/> is what came back.</param>
/// <param name="Why">One word for the row and the log; empty when done.</param>
/// <param name="After">With <see cref="DeliveryOutcome.Later"/>: as the channel asked.</param>
internal sealed record ChannelResult<T>(DeliveryOutcome Outcome, T Value, string Why = "", TimeSpan? After = null)
{
    public bool Done => Outcome == DeliveryOutcome.Sent;
}
