using System.Globalization;
using System.Text.Json;
using InterviewAgent.Interviewing;
using InterviewAgent.Web.Channels.Cards;

namespace InterviewAgent.Web.Channels.DirectLine;

/// <summary>
/// The activities of a conversation are its turns, written another way: nothing is kept twice, so nothing diverges and an
/// erased answer is gone from here too. The watermark is the number of the last turn seen.
/// </summary>
internal static class ActivityLog
{
    public static string Id(Guid checkInId, int turn) => $"{checkInId:N}|{turn.ToString("D7", CultureInfo.InvariantCulture)}";

    public static ActivitySet After(SeenConversation seen, Visitor visitor, int watermark)
    {
        List<Activity> activities = [];
        // After a deletion the count begins anew, and what is left is news to everybody.
        watermark = watermark > seen.Last ? 0 : watermark;
        var clock = DateTimeOffset.MinValue;
        foreach (var turn in seen.Turns)
        {
            // Web Chat sorts by time to the millisecond; a question and the answer before it may share one.
            var at = turn.At ?? clock;
            clock = at < clock.AddMilliseconds(1) ? clock.AddMilliseconds(1) : at;
            if (turn.N > watermark)
            {
                activities.Add(turn.Speaker == Speaker.Participant ? Said(turn, visitor, clock) : Asked(turn, seen, visitor, clock));
            }
        }

        return new(activities, seen.Last.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>What the stream adds while a reply is being worded; no turn, so no watermark counts it.</summary>
    public static ActivitySet WithTyping(ActivitySet set, Visitor visitor, DateTimeOffset at) => set with
    {
        Activities =
        [
            .. set.Activities,
            new()
            {
                Type = "typing", Id = $"{visitor.CheckInId:N}|typing-{Guid.CreateVersion7():N}", Timestamp = at,
                Conversation = new(visitor.CheckInId.ToString("N")), From = new("interviewer", "AI interviewer", "bot"),
            },
        ],
    };

    private static Activity Said(OwnTurn turn, Visitor visitor, DateTimeOffset at) => new()
    {
        Type = "message",
        Id = Id(visitor.CheckInId, turn.N),
        Timestamp = at,
        Conversation = new(visitor.CheckInId.ToString("N")),
        // Every device of the respondent is the respondent: on each the words stand on their own side.
        From = new(visitor.Device, null, "user"),
        Text = turn.Text,
        TextFormat = "plain",
        Rest = turn.Envelope is { } envelope ? Envelope.Read(envelope) : null,
    };

    private static Activity Asked(OwnTurn turn, SeenConversation seen, Visitor visitor, DateTimeOffset at)
    {
        var offer = turn.Offer;
        var pending = turn.N == seen.Pending?.N;
        return new()
        {
            Type = "message",
            Id = Id(visitor.CheckInId, turn.N),
            Timestamp = at,
            Conversation = new(visitor.CheckInId.ToString("N")),
            From = new("interviewer", "AI interviewer", "bot"),
            Text = offer is { ReadBack.Count: > 0 } ? ReadBackCard.WithoutSentences(turn.Text, offer.ReadBack) : turn.Text,
            TextFormat = "plain",
            Locale = seen.Language,
            InputHint = offer?.Ended == true ? "acceptingInput" : "expectingInput",
            SuggestedActions = offer is { Actions.Count: > 0 } && pending
                ? new([.. offer.Actions.Select(action => new CardAction("imBack", action, action))])
                : null,
            Attachments = offer is { ReadBack.Count: > 0 } ? [new(AdaptiveCard.ContentType, ReadBackCard.For(offer.ReadBack))] : null,
            Rest = offer is null ? null : new()
            {
                ["channelData"] = JsonSerializer.SerializeToElement(
                    new { offer.MinutesLeft, offer.Ended, seen.Hidden, seen.Erased }, DirectLineJson.Options),
            },
        };
    }
}
