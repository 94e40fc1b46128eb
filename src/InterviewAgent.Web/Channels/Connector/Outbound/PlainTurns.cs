using System.Text;
using InterviewAgent.Interviewing.Delivery;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>
/// Words alone, for every channel and for whatever a card could not be sent with: what can be tapped stands below as words to
/// type. Not numbered, because beside a question "2" is an answer to it.
/// </summary>
internal sealed class PlainTurns : IRenderTurns
{
    public ChannelActivity Render(OutgoingMessage message) => new()
    {
        Type = "message",
        Text = Words(message.Turn!),
        TextFormat = "plain",
        InputHint = message.Turn is { Current: true, Offer.Ended: false } ? "expectingInput" : "acceptingInput",
    };

    private static string Words(OutgoingTurn turn)
    {
        StringBuilder text = new(turn.Text);
        if (turn is { Current: true, Offer.Actions: { Count: > 0 } actions })
        {
            text.Append("\n\n").Append("You can also write: ").AppendJoin(" · ", actions);
        }

        return text.ToString();
    }
}
