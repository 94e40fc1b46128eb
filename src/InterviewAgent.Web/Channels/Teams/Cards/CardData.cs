using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InterviewAgent.Web.Channels.Teams.Cards;

/// <summary>What a tap brings back: which turn of which interview, and the token that proves the card.</summary>
/// <param name="Verb">In the data as well as on the action, for clients that can only submit.</param>
internal sealed record CardData(string Kind, string Interview, int Turn, string Token, string Verb)
{
    public const string OfTurn = "turn";
    private const int LongestToken = 100;

    [JsonIgnore]
    public Guid InterviewId => Guid.ParseExact(Interview, "N");

    /// <summary>One answer for each card, however often and under however many ids the channel brings the tap.</summary>
    [JsonIgnore]
    public string MessageId => string.Create(CultureInfo.InvariantCulture, $"card:{Interview}:{Turn}");

    /// <summary>Null: not the data of one of our cards.</summary>
    public static CardData? Read(JsonElement data, string? verb = null) =>
        data.ValueKind == JsonValueKind.Object
        && Text(data, "interview") is { } interview && Guid.TryParseExact(interview, "N", out _)
        && data.TryGetProperty("turn", out var turn) && turn.ValueKind == JsonValueKind.Number && turn.TryGetInt32(out var n) && n > 0
        && Text(data, "token") is { Length: <= LongestToken } token && (verb ?? Text(data, "verb")) is { Length: > 0 } named
            ? new(Text(data, "kind") ?? OfTurn, interview, n, token, named)
            : null;

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String && member.GetString() is var text ? text : null;
}
