using InterviewAgent.Web.Channels.Cards;

namespace InterviewAgent.Web.Channels.Teams.Cards;

/// <summary>The body of the answer to an adaptiveCard/action (bot-protocol.md §4).</summary>
internal sealed record CardAnswer(int StatusCode, string Type, object Value)
{
    /// <summary>Put in the place of the tapped card.</summary>
    public static CardAnswer Of(AdaptiveCard card) => new(StatusCodes.Status200OK, AdaptiveCard.ContentType, card);

    /// <summary>Shown beside it for a moment.</summary>
    public static CardAnswer Words(string words) => new(StatusCodes.Status200OK, "application/vnd.microsoft.activity.message", words);

    public static CardAnswer Bad(string words) =>
        new(StatusCodes.Status400BadRequest, "application/vnd.microsoft.error", new { code = "BadRequest", message = words });
}
