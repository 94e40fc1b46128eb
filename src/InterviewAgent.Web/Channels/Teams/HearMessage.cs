using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Web.Channels.Connector;

namespace InterviewAgent.Web.Channels.Teams;

/// <summary>A message: an answer, a tap of a card that can only submit, a code that connects the chat, or a first word.</summary>
internal sealed class HearMessage(
    WhoWrites who, Greet greet, TapCard tap, ConnectChat connect, HeldHere held, OpenInterview interviews, SayNotice say)
{
    public async Task Run(ChannelActivity activity, CancellationToken cancellation)
    {
        if (!WhoWrites.IsPrivate(activity))
        {
            await greet.Group(activity, cancellation);
            return;
        }

        if (await who.In(activity, cancellation) is not { } place)
        {
            return;
        }

        var text = MessageText.Of(activity);
        if (text.Length == 0 && activity.Value is { } value)
        {
            await tap.Submitted(value, place, cancellation);
            return;
        }

        if (MessageText.HasFiles(activity))
        {
            await say.Run(place.Id, "files", cancellation);
        }

        if (text.Length > 0)
        {
            await Hear(activity, place, text, cancellation);
        }
    }

    private async Task Hear(ChannelActivity activity, Conversation place, string text, CancellationToken cancellation)
    {
        var here = place.RespondentId is { } person ? await held.By(person, place.Id, text, activity.CameAt, cancellation) : null;
        if (here is not { Shown: true } && PairingCode.Looks(text))
        {
            await connect.By(text, place, cancellation);
        }
        else if (here is { InterviewId: { } interview, Shown: true })
        {
            await held.Answer(place, here.CheckInId, interview, new(MessageId(place, activity), text));
        }
        else if (here is { } due)
        {
            // The question was not shown here yet, so these words answer none: it is shown now.
            await interviews.For(due.CheckInId, place.Channel, place.Id, cancellation);
        }
        else
        {
            await say.Run(place.Id, place.RespondentId is null ? "unknown" : "none-due", cancellation);
        }
    }

    /// <summary>Activity ids are unique within a conversation.</summary>
    public static string MessageId(Conversation place, ChannelActivity activity) =>
        $"{place.Id:N}:{(activity.Id is { Length: > 0 } id ? id : Guid.CreateVersion7().ToString("N"))}";
}
