using System.Security.Cryptography;
using System.Text;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Storage;
using InterviewAgent.Web.Channels.Connector;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Channels.Teams;

/// <summary>A message was edited or deleted in Teams: the interview follows, and says that it did.</summary>
internal sealed class HearChange(InterviewAgentDb db, WhoWrites who, ChangeAnswer change, HeldHere held, SayNotice say)
{
    public async Task Edited(ChannelActivity activity, CancellationToken cancellation)
    {
        var text = MessageText.Of(activity);
        if (text.Length == 0 || await Said(activity, cancellation) is not var (place, interview, message))
        {
            return;
        }

        var id = $"{message}:edit:{activity.Timestamp ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
        switch (await change.Edit(interview.Id, message, id, text, cancellation))
        {
            case AnswerChange.Done:
                await say.Run(place.Id, "corrected", cancellation);
                break;
            case AnswerChange.SayNow:
                await held.Answer(place, interview.CheckInId, interview.Id, new(id + ":said", text));
                break;
        }
    }

    public async Task Deleted(ChannelActivity activity, CancellationToken cancellation)
    {
        if (await Said(activity, cancellation) is var (place, interview, message)
            && await change.Delete(interview.Id, message, cancellation) == AnswerChange.Done)
        {
            await say.Run(place.Id, "removed", cancellation);
        }
    }

    /// <summary>Null: not a message that this person's interview took in.</summary>
    private async Task<(Conversation, Interview, string)?> Said(ChannelActivity activity, CancellationToken cancellation)
    {
        if (!WhoWrites.IsPrivate(activity) || await who.In(activity, cancellation) is not { RespondentId: { } person } place)
        {
            return null;
        }

        var message = HearMessage.MessageId(place, activity);
        var interview = await db.Interviews.AsNoTracking().FirstOrDefaultAsync(
            row => row.RespondentId == person && row.Turns.Any(turn => turn.MessageId == message), cancellation);
        return interview is null ? null : (place, interview, message);
    }
}
