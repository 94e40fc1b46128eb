using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Channels.DirectLine;

/// <summary>The interview of a check-in, held over Direct Line by whoever has its link.</summary>
internal sealed class HeldTalk(
    InterviewAgentDb db, OpenLink links, SeenTurns turns, OpenInterview interviews, ReceiveAnswer answers, InTurn inTurn) : ITalk
{
    public async Task<bool> IsOpen(Visitor visitor, CancellationToken cancellation) =>
        (await links.Find(visitor.LinkId, cancellation)).State == LinkState.Good;

    public Task<SeenConversation> Seen(Visitor visitor, CancellationToken cancellation) => turns.By(visitor, cancellation);

    public async Task<bool> Begin(Visitor visitor, CancellationToken cancellation)
    {
        var there = await db.Interviews.AnyAsync(row => row.CheckInId == visitor.CheckInId, cancellation);
        await interviews.For(visitor.CheckInId, "webchat", cancellation);
        return !there;
    }

    public async Task<int?> Take(Visitor visitor, IncomingMessage message)
    {
        var interview = await db.Interviews.Where(row => row.CheckInId == visitor.CheckInId).Select(row => row.Id).FirstOrDefaultAsync();
        if (interview == Guid.Empty)
        {
            return null;
        }

        await inTurn.Take(visitor.CheckInId, interview, message, answers);
        return await db.Turns.Where(turn => turn.InterviewId == interview && turn.MessageId == message.MessageId)
            .Select(turn => turn.N).FirstOrDefaultAsync();
    }
}
