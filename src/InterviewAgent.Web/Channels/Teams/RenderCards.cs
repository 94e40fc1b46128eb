using System.Text.Json;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Web.Channels.Cards;
using InterviewAgent.Web.Channels.Connector;
using InterviewAgent.Web.Channels.Connector.Outbound;
using InterviewAgent.Web.Channels.Teams.Cards;

namespace InterviewAgent.Web.Channels.Teams;

/// <summary>
/// A turn as Teams shows it: what can be tapped, as a card that holds the words too, since Teams takes a message of both apart and
/// gives it no id; anything else as words. Other channels get words, for nobody knows which cards they show.
/// </summary>
internal sealed class RenderCards(CardTokens tokens, Notices notices, PlainTurns plain) : IRenderTurns
{
    public ChannelActivity Render(OutgoingMessage message)
    {
        if (message is not { Turn: { Current: true, Offer.Ended: false } turn, To: { Channel: "msteams", RespondentId: { } person } to })
        {
            return plain.Render(message);
        }

        TurnCard card = new(turn.InterviewId, turn.N, turn.Text, turn.Offer, tokens.For(turn.InterviewId, turn.N, person), to.UserId);
        return !card.IsNeeded ? plain.Render(message) : new()
        {
            Type = "message",
            // What a notification and a client without cards show.
            Summary = turn.Text,
            InputHint = "expectingInput",
            Attachments = [new() { ContentType = AdaptiveCard.ContentType, Content = JsonSerializer.SerializeToElement(card.Live(notices), CardJson.Options) }],
        };
    }
}
