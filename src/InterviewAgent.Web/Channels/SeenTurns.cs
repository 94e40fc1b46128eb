using System.Text.RegularExpressions;
using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Channels;

/// <summary>What one device sees of its interview. <paramref name="Hidden"/>: something was left out for want of the code.</summary>
/// <param name="Last">Number of the last turn of the interview, seen or not; 0 before it began.</param>
public sealed record SeenConversation(Guid? InterviewId, IReadOnlyList<OwnTurn> Turns, int Last, bool Hidden)
{
    /// <summary>BCP 47, of what the interviewer says.</summary>
    public string Language { get; init; } = "en";

    /// <summary>An answer is stored and its reply is still being worded.</summary>
    public bool Owed { get; init; }
    public OwnTurn? Pending => Turns.LastOrDefault(turn => turn.Speaker == Speaker.Interviewer);
    public bool Ended => Pending?.Offer?.Ended == true;

    /// <summary>The answers were deleted: of the interview one turn is left, which says so.</summary>
    public bool Erased => Turns is [{ Move: MoveKind.Deleted }];
}

internal sealed partial class SeenTurns(InterviewAgentDb db, OwnConversation own)
{
    public async Task<SeenConversation> By(Visitor visitor, CancellationToken cancellation)
    {
        var held = await db.Interviews.Where(row => row.CheckInId == visitor.CheckInId)
            .Select(row => new { row.Id, row.Language, Owed = row.ReplyOwedSince != null }).FirstOrDefaultAsync(cancellation);
        return held is null ? new(null, [], 0, false) : await Of(held.Id, visitor, cancellation) with { Language = held.Language, Owed = held.Owed };
    }

    private async Task<SeenConversation> Of(Guid id, Visitor visitor, CancellationToken cancellation)
    {
        var all = await own.Read(id, cancellation);
        var last = all.Count == 0 ? 0 : all[^1].N;
        var others = all.Any(turn => turn.Speaker == Speaker.Participant && !visitor.Said(turn.MessageId));
        if (visitor.Trusted || !others)
        {
            return new(id, all, last, false);
        }

        return new(id,
        [
            .. all.Where(turn => turn.Speaker == Speaker.Participant ? visitor.Said(turn.MessageId) : turn.N >= visitor.FirstTurn)
                .Select(turn => turn.Speaker == Speaker.Interviewer ? WithoutEarlierWords(turn) : turn),
        ], last, true);
    }

    /// <summary>A question may quote an earlier answer, and the read-back is nothing but earlier answers.</summary>
    private static OwnTurn WithoutEarlierWords(OwnTurn turn) => turn with
    {
        Text = turn.Offer?.ReadBack.Count > 0
            ? "The next step shows sentences of yours. To see them on this device, enter the code first: the notice above leads there."
            : Quoted().Replace(turn.Text, "[your earlier words]"),
        Offer = turn.Offer is { } offer ? offer with { ReadBack = [] } : null,
    };

    [GeneratedRegex("[\"“”][^\"“”]{1,300}[\"“”]")]
    private static partial Regex Quoted();
}
