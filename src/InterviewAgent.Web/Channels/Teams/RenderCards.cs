using System.Text.Json;
using InterviewAgent.Interviewing;
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
internal sealed class RenderCards(CardTokens tokens, AnswersLink answers, Notices notices, PlainTurns plain) : IRenderTurns
{
    public ChannelActivity Render(OutgoingMessage message)
    {
        if (message is not { Turn: { Current: true } turn, To: { Channel: "msteams", RespondentId: { } person } to })
        {
            return plain.Render(message);
        }

        if (turn.Offer.Ended)
        {
            return turn.Move == MoveKind.Close && answers.Address(to, turn.CheckInId) is { } address ? Card(turn.Text, Ended(turn.Text, address)) : plain.Render(message);
        }

        TurnCard card = new(turn.InterviewId, turn.N, turn.Text, turn.Offer, tokens.For(turn.InterviewId, turn.N, person), to.UserId);
        return card.IsNeeded ? Card(turn.Text, card.Live(notices)) : plain.Render(message);
    }

    private AdaptiveCard Ended(string words, string address) =>
        new(words, [.. CardWords.Of(words)], [new CardButton("Action.OpenUrl", notices.Words("your-answers"), null) { Url = address }]);

    private static ChannelActivity Card(string words, AdaptiveCard card) => new()
    {
        Type = "message",
        // What a notification and a client without cards show.
        Summary = words,
        InputHint = card.Actions?.Any(action => action is CardButton { Type: "Action.Execute" }) == true ? "expectingInput" : "acceptingInput",
        Attachments = [new() { ContentType = AdaptiveCard.ContentType, Content = JsonSerializer.SerializeToElement(card, CardJson.Options) }],
    };
}
