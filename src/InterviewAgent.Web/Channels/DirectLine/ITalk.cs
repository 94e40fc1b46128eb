using InterviewAgent.Interviewing;

namespace InterviewAgent.Web.Channels.DirectLine;

/// <summary>What stands behind a conversation: a respondent's interview, or the conformance guide of a loopback server.</summary>
internal interface ITalk
{
    /// <summary>False when the token opens nothing any more: its link has ended.</summary>
    Task<bool> IsOpen(Visitor visitor, CancellationToken cancellation);

    Task<SeenConversation> Seen(Visitor visitor, CancellationToken cancellation);

    /// <summary>True when this call began it; ever after it is there.</summary>
    Task<bool> Begin(Visitor visitor, CancellationToken cancellation);

    /// <summary>Stores and answers. The number of the message's turn, 0 when it left none; null when nothing has begun.</summary>
    Task<int?> Take(Visitor visitor, IncomingMessage message);
}
