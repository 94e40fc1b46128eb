using InterviewAgent.Interviewing.Delivery;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>
/// Words alone, for every channel and for whatever a card could not be sent with: what can be tapped stands below as words to
/// type. Not numbered, because beside a question "2" is an answer to it.
/// </summary>
internal sealed class PlainTurns(Notices notices) : IRenderTurns
{
    public ChannelActivity Render(OutgoingMessage message) => new()
    {
        Type = "message",
        Text = message.Turn is { } turn ? Words(turn) : notices.Words(message.Notice!),
        TextFormat = "plain",
        InputHint = message.Turn is { Current: true, Offer.Ended: false } ? "expectingInput" : "acceptingInput",
    };

    private string Words(OutgoingTurn turn) => turn is { Current: true, Offer.Actions: { Count: > 0 } actions }
        ? $"{turn.Text}\n\n{notices.Words("can-write", ("actions", string.Join(" · ", actions)))}" : turn.Text;
}
