using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Interviewing.Delivery;

/// <summary>Puts a turn into the outbox of the conversation in which the interview is held now, in the caller's transaction.</summary>
internal static class ShowTurn
{
    /// <summary>A turn that was said just now.</summary>
    internal static void Said(InterviewAgentDb db, Interview interview, Turn turn, DateTimeOffset now)
    {
        if (interview.ConversationId is { } conversation)
            db.Outbox.Add(OutboxMessage.OfTurn(conversation, turn, !IsReply(interview, turn), now));
    }

    /// <summary>
    /// For so long a contact may be a copy of the one before: the second event of an installation, the same one sent again, the same work done again
    /// by another server. Whoever writes meanwhile is answered by the interview.
    /// </summary>
    internal static readonly TimeSpan MayBeTheSameContact = TimeSpan.FromHours(1);

    /// <summary>
    /// A turn that was said before, on a new contact: sent when the conversation does not have it for sure. What the channel
    /// acknowledged is not sent twice, and what it may have shown not by what may be the same contact.
    /// </summary>
    internal static async Task Again(InterviewAgentDb db, Guid conversationId, Turn turn, DateTimeOffset now, CancellationToken cancellation)
    {
        var row = await db.Outbox.SingleOrDefaultAsync(
            sent => sent.ConversationId == conversationId && sent.InterviewId == turn.InterviewId && sent.TurnN == turn.N, cancellation);
        if (row is null)
            db.Outbox.Add(OutboxMessage.OfTurn(conversationId, turn, proactive: true, now));
        else if (row.State == OutboxState.Refused || (row.State == OutboxState.Unknown && (row.Why == Conversation.Uninstalled || now - row.NextAt >= MayBeTheSameContact)))
            (row.State, row.NextAt, row.Why) = (OutboxState.Pending, now, null);
    }

    /// <summary>Nobody knows whether the turn arrived in this conversation.</summary>
    internal static async Task<bool> IsUnseen(InterviewAgentDb db, Guid interviewId, int? n, Guid? conversationId, CancellationToken cancellation) =>
        conversationId is not null && await db.Outbox.AnyAsync(
            sent => sent.InterviewId == interviewId && sent.TurnN == n && sent.ConversationId == conversationId && sent.State == OutboxState.Unknown,
            cancellation);

    private static bool IsReply(Interview interview, Turn turn) =>
        interview.Turns.Find(before => before.N == turn.N - 1)?.Speaker == Speaker.Participant;
}
