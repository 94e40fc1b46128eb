using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Interviewing.Intents;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Storage;
using InterviewAgent.Web.Channels.Connector.Outbound;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Channels.Teams;

/// <param name="InterviewId">Null: not begun.</param>
/// <param name="Shown">A turn of it went to this conversation, so that what is written here answers it.</param>
internal sealed record InterviewHere(Guid CheckInId, Guid? InterviewId, bool Shown);

/// <summary>Which interview a respondent's words belong to, and taking them in.</summary>
internal sealed class HeldHere(
    InterviewAgentDb db, DueCheckIns due, ReadIntent readIntent, ReceiveAnswer answers, FinishReply finish, InTurn inTurn, IssueLink links, ShowTyping typing,
    TimeProvider clock)
{
    /// <summary>What was being written while the interview ended belongs to it, however late it is handled.</summary>
    private static readonly TimeSpan StillWriting = TimeSpan.FromMinutes(2);

    /// <summary>The one that is due; else the last one, for words that keep their weight after its end. Null: nothing is asked now.</summary>
    /// <param name="cameAt">Null: just now.</param>
    public async Task<InterviewHere?> By(Guid respondentId, Guid conversationId, string text, DateTimeOffset? cameAt, CancellationToken cancellation)
    {
        var checkIn = await due.First(respondentId, cancellation);
        var interview = await db.Interviews.AsNoTracking()
            .Where(row => row.RespondentId == respondentId && row.Origin == InterviewOrigin.Held && (checkIn == null || row.CheckInId == checkIn))
            .OrderByDescending(row => row.Id)
            .Select(row => new { row.Id, row.CheckInId, Shown = db.Outbox.Any(sent => sent.ConversationId == conversationId && sent.InterviewId == row.Id) })
            .FirstOrDefaultAsync(cancellation);
        if (checkIn is { } open)
        {
            return new(open, interview?.Id, interview?.Shown == true);
        }
        return interview is { Shown: true } && await IsHeardStill(interview.Id, text, cameAt, cancellation) ? new(interview.CheckInId, interview.Id, true) : null;
    }

    /// <summary>Of an interview that has ended. Asked by itself: beside the interview, the store would number the turns of all interviews to find the last of one.</summary>
    private async Task<bool> IsHeardStill(Guid interviewId, string text, DateTimeOffset? cameAt, CancellationToken cancellation)
    {
        var turns = db.Turns.Where(turn => turn.InterviewId == interviewId);
        return await turns.OrderByDescending(turn => turn.N).Select(turn => new { turn.Move, turn.At, Stopped = turns.Any(one => one.Intent == Intent.Stop) }).FirstOrDefaultAsync(cancellation) is { } last
            && (last.Move is MoveKind.ConfirmDelete or MoveKind.SafetyText || IsStillARight(text)
                || (last.Move == MoveKind.Close && !last.Stopped && (cameAt ?? clock.GetUtcNow()) - last.At < StillWriting));
    }

    public async Task<Reply> Answer(Conversation place, Guid checkInId, Guid interviewId, IncomingMessage message)
    {
        await AnswersLink.Ensure(db, links, place, checkInId, CancellationToken.None);
        return await typing.While(place, inTurn.Handle(checkInId, interviewId, message with { ConversationId = place.Id }, answers, finish));
    }

    private bool IsStillARight(string text) =>
        readIntent.Of(text, Asked.Question) is Intent.DeleteMyData or Intent.Distress or Intent.SecurityOrLegal;
}
