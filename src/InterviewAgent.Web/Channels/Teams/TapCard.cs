using System.Text.Json;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Storage;
using InterviewAgent.Web.Channels.Cards;
using InterviewAgent.Web.Channels.Connector;
using InterviewAgent.Web.Channels.Teams.Cards;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Channels.Teams;

/// <summary>
/// A button of a card was tapped. One card takes one answer, however often and under however many ids the channel brings the tap;
/// an earlier question's and another person's change nothing.
/// </summary>
internal sealed class TapCard(InterviewAgentDb db, WhoWrites who, CardTokens tokens, OwnConversation own, HeldHere held, SayNotice say, Notices notices)
{
    /// <summary>The body of the answer to an invoke: the card as it stands after the tap, in the place of the tapped one.</summary>
    public async Task<CardAnswer> Run(ChannelActivity activity, CancellationToken cancellation)
    {
        if (Data(activity.Value) is not { } tapped)
        {
            return CardAnswer.Bad(notices.Words("not-a-card"));
        }

        if (!WhoWrites.IsPrivate(activity))
        {
            return CardAnswer.Words(notices.Words("group"));
        }

        var place = await who.In(activity, cancellation);
        var outcome = await Take(tapped.Data, tapped.Inputs, place, cancellation);
        return outcome.Card is { } card ? CardAnswer.Of(card)
            : outcome.Notice == "not-a-card" ? CardAnswer.Bad(notices.Words(outcome.Notice))
            : CardAnswer.Words(notices.Words(outcome.Notice!));
    }

    /// <summary>The same from a client that knows no Action.Execute; it gets words where the other gets a card.</summary>
    public async Task Submitted(JsonElement value, Conversation place, CancellationToken cancellation)
    {
        var outcome = CardData.Read(value) is { } data ? await Take(data, value, place, cancellation) : new(null, "not-a-card");
        if (outcome.Notice is { } notice)
        {
            await say.Run(place.Id, notice, cancellation);
        }
    }

    private async Task<Outcome> Take(CardData data, JsonElement inputs, Conversation? place, CancellationToken cancellation)
    {
        if (place?.RespondentId is not { } person || !tokens.Holds(data.Token, data.InterviewId, data.Turn, person))
        {
            return new(null, "not-yours");
        }

        var turns = await own.Read(data.InterviewId, cancellation);
        if (turns.FirstOrDefault(turn => turn.N == data.Turn && turn.Speaker == Speaker.Interviewer) is not { Offer: { } offer } asked)
        {
            return new(null, "earlier"); // Deleted since.
        }

        TurnCard card = new(data.InterviewId, data.Turn, asked.Text, offer, data.Token, place.UserId);
        if (turns.FirstOrDefault(turn => turn.MessageId == data.MessageId) is { } before)
        {
            return new(card.Done(Chosen(before.Text)), null);
        }

        var pending = turns.Last(turn => turn.Speaker == Speaker.Interviewer).N == data.Turn;
        if (data.Verb == CardVerbs.Look)
        {
            return new(pending && card.IsNeeded ? card.Live(notices) : card.Done(notices.Words("answered")), null);
        }

        if (!pending)
        {
            return new(card.Done(notices.Words("earlier")), "earlier");
        }

        var choices = data.Verb == CardVerbs.Save && offer.ReadBack.Count > 0 ? ReadBackCard.Read(inputs) : null;
        if ((choices is null ? CardVerbs.Words(data.Verb, offer.Actions) : ReadBackCard.InWords(choices)) is not { } words)
        {
            return new(null, "not-a-card");
        }

        var checkIn = await db.Interviews.Where(row => row.Id == data.InterviewId).Select(row => row.CheckInId).SingleAsync(cancellation);
        await held.Answer(place, checkIn, data.InterviewId, new(data.MessageId, words, Choices: choices));
        return new(card.Done(Chosen(words)), null);
    }

    private string Chosen(string words) => notices.Words("chosen", ("choice", words));

    private static (CardData Data, JsonElement Inputs)? Data(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } invoke && invoke.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Object
        && action.TryGetProperty("data", out var inputs)
        && CardData.Read(inputs, action.TryGetProperty("verb", out var verb) && verb.ValueKind == JsonValueKind.String ? verb.GetString() : null) is { } data
            ? (data, inputs) : null;

    private sealed record Outcome(AdaptiveCard? Card, string? Notice);
}
