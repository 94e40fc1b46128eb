using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Interviewing;

/// <summary>A respondent's own view of their interview, for their own channel only: every other reader goes through Privacy.</summary>
public sealed class OwnConversation(InterviewAgentDb db)
{
    /// <summary>All turns in order; empty after a deletion and for an unknown interview.</summary>
    public async Task<IReadOnlyList<OwnTurn>> Read(Guid interviewId, CancellationToken cancellation = default)
    {
        var turns = await db.Turns.AsNoTracking().Where(turn => turn.InterviewId == interviewId).OrderBy(turn => turn.N).ToListAsync(cancellation);
        return turns.ConvertAll(turn => new OwnTurn(
            turn.N, turn.Speaker, turn.Text, turn.At, turn.Offer is { } offer ? OfferJson.Read(offer) : null, turn.MessageId, turn.Envelope, turn.Move));
    }
}

/// <summary>One turn as its own respondent sees it.</summary>
/// <param name="Offer">Interviewer turns only.</param>
/// <param name="MessageId">The channel's id of the respondent's own message, and its JSON in <paramref name="Envelope"/>.</param>
public sealed record OwnTurn(
    int N, Speaker Speaker, string Text, DateTimeOffset? At, Offer? Offer, string? MessageId, string? Envelope, MoveKind? Move);
