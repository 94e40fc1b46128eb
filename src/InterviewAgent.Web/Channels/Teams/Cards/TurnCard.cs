using System.Globalization;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Web.Channels.Cards;

namespace InterviewAgent.Web.Channels.Teams.Cards;

/// <summary>An interviewer's turn as a card: its words, the read-back's form, and a button for each thing that can be tapped.</summary>
/// <param name="UserId">The channel's id of the person, for whom alone a client may ask for the card as it stands; null: unknown.</param>
internal sealed record TurnCard(Guid InterviewId, int N, string Text, Offer Offer, string Token, string? UserId)
{
    /// <summary>Words without anything to tap need no card.</summary>
    public bool IsNeeded => Offer.Actions.Count > 0 || Offer.ReadBack.Count > 0;

    /// <summary>The question waits for an answer.</summary>
    public AdaptiveCard Live(Notices notices)
    {
        var readBack = Offer.ReadBack.Count > 0;
        var shown = readBack ? Offer.Actions.Where(words => !ReadBackCard.Titles.Contains(words)) : Offer.Actions;
        return new(Text,
        [
            .. CardWords.Of(Words),
            .. readBack ? ReadBackCard.Body(Offer.ReadBack) : [],
            .. Offer is { Ended: false, MinutesLeft: > 0 and var left }
                ? CardWords.Of(notices.Words("minutes-left", ("minutes", left.ToString(CultureInfo.InvariantCulture))), subtle: true) : [],
        ],
        [
            .. readBack ? [Button(ReadBackCard.Save, new(CardVerbs.Save, "positive"), ReadBackCard.Kind, null)] : Array.Empty<CardButton>(),
            .. shown.Select(words => Button(words, CardVerbs.For(words), CardData.OfTurn, readBack ? "none" : null)),
        ])
        {
            // A question that was answered by typing loses its buttons when it is looked at again.
            Refresh = UserId is null ? null : new(new("Action.Execute", "Refresh", Data(CardVerbs.Look, CardData.OfTurn)) { Verb = CardVerbs.Look }, [UserId]),
        };
    }

    /// <summary>Answered or passed: the words stay, what was chosen stands under them, and nothing can be tapped.</summary>
    public AdaptiveCard Done(string note) => new(Text, [.. CardWords.Of(Words), .. CardWords.Of(note, subtle: true)]);

    private string Words => Offer.ReadBack.Count > 0 ? ReadBackCard.WithoutSentences(Text, Offer.ReadBack) : Text;

    private CardButton Button(string title, CardVerb verb, string kind, string? inputs) => new("Action.Execute", title, Data(verb.Verb, kind))
    {
        Verb = verb.Verb, Style = verb.Style, Mode = verb.Mode, AssociatedInputs = inputs,
        Fallback = new("Action.Submit", title, Data(verb.Verb, kind)) { Style = verb.Style, Mode = verb.Mode, AssociatedInputs = inputs },
    };

    private CardData Data(string verb, string kind) => new(kind, InterviewId.ToString("N"), N, Token, verb);
}
