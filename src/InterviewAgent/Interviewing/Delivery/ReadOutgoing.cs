using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Interviewing.Delivery;

/// <summary>A turn of the interviewer's for the respondent's own conversation, with whether it still waits for an answer.</summary>
internal static class ReadOutgoing
{
    internal static async Task<OutgoingTurn> Turn(InterviewAgentDb db, Guid interviewId, int n, CancellationToken cancellation)
    {
        var row = await db.Turns.AsNoTracking().Where(turn => turn.InterviewId == interviewId && turn.N == n)
            .Select(turn => new
            {
                turn, Later = db.Turns.Any(later => later.InterviewId == interviewId && later.N > n),
                CheckInId = db.Interviews.Where(held => held.Id == interviewId).Select(held => held.CheckInId).First(),
            }).SingleAsync(cancellation);
        var said = HeldInterview.ReplyOf(row.turn, repeated: false);
        return new(interviewId, row.CheckInId, said.TurnN, said.Move, said.Text, said.Offer, Current: !row.Later);
    }
}
