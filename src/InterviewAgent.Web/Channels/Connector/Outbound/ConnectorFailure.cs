using System.Net;
using System.Text.Json;
using InterviewAgent.Interviewing.Delivery;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>What a call that did not succeed means (bot-protocol.md §3.4).</summary>
/// <param name="Again">Worth another try within seconds.</param>
/// <param name="StaleToken">The token was refused: once afresh.</param>
internal sealed record ConnectorFailure(
    DeliveryOutcome Outcome, string Why, TimeSpan? After = null, bool Again = false, bool StaleToken = false)
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);
    private static readonly TimeSpan RestWithoutAccess = TimeSpan.FromMinutes(1);

    /// <summary>No connection, none in time, or one that broke off.</summary>
    /// <param name="repeatable">Doing it twice is doing it once.</param>
    /// <param name="started">Some of the body had gone out.</param>
    public static ConnectorFailure Lost(bool repeatable, bool started) => repeatable || !started
        ? new(DeliveryOutcome.Later, "unreachable", Again: true)
        : new(DeliveryOutcome.Unknown, "lost");

    /// <summary>The claim ended before it was sent: no try has had an effect, and whoever claims it next sends it.</summary>
    public static ConnectorFailure TooLate { get; } = new(DeliveryOutcome.Later, "late");

    public static ConnectorFailure NoToken(string why) => new(DeliveryOutcome.Later, why, RestWithoutAccess);

    public static ConnectorFailure Of(HttpResponseMessage answer, string body, bool repeatable, DateTimeOffset now)
    {
        var after = Asked(answer, now);
        return (int)answer.StatusCode switch
        {
            >= 300 and < 400 => new(DeliveryOutcome.Refused, "redirected"), // Where to, the channel does not decide.
            401 => new(DeliveryOutcome.Later, "unauthorized", RestWithoutAccess, StaleToken: true),
            429 => new(DeliveryOutcome.Later, "throttled", after, Again: true),
            412 or 502 or 504 => new(DeliveryOutcome.Later, "unavailable", after, Again: true),
            503 => new(DeliveryOutcome.Later, "unavailable", after, Again: repeatable),
            408 or >= 500 when answer.StatusCode is not (HttpStatusCode.NotImplemented) => repeatable
                ? new(DeliveryOutcome.Later, "failed", after, Again: true)
                : new(DeliveryOutcome.Unknown, "failed"), // It may have been delivered before it failed.
            413 => new(DeliveryOutcome.Refused, TooBig),
            _ => Refused(answer.StatusCode, Words(body)),
        };
    }

    public const string TooBig = "too big";

    private static ConnectorFailure Refused(HttpStatusCode status, string words)
    {
        bool Says(params string[] any) => any.Any(word => words.Contains(word, StringComparison.OrdinalIgnoreCase));
        return status switch
        {
            _ when Says("MessageSizeTooBig") => new(DeliveryOutcome.Refused, TooBig),
            _ when Says("ConversationNotFound") => new(DeliveryOutcome.Stopped, "gone"),
            HttpStatusCode.Forbidden when Says("MessageWritesBlocked", "BlockedByUser") => new(DeliveryOutcome.Stopped, "blocked"),
            HttpStatusCode.Forbidden when Says("roster", "NotInstalled", "not installed", "BotDisabledByAdmin") => new(DeliveryOutcome.Stopped, "not installed"),
            HttpStatusCode.Forbidden when Says("ContentStreamNotAllowed") => new(DeliveryOutcome.Refused, "no stream"),
            HttpStatusCode.Forbidden => new(DeliveryOutcome.Refused, "forbidden"),
            HttpStatusCode.NotFound when Says("ActivityNotFound", "MessageNotFound") => new(DeliveryOutcome.Refused, "no such activity"),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new(DeliveryOutcome.Stopped, "gone"),
            HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented => new(DeliveryOutcome.Refused, "not supported"),
            _ => new(DeliveryOutcome.Refused, FormattableString.Invariant($"refused {(int)status}")),
        };
    }

    /// <summary>Codes and messages in whichever of the channel's forms: error{code,message}, or errorCode with JSON inside its message.</summary>
    private static string Words(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.GetRawText() : "";
        }
        catch (JsonException)
        {
            return ""; // A proxy's page says nothing about the conversation.
        }
    }

    /// <summary>Retry-After in seconds or as a date; null: not said, or not understood.</summary>
    private static TimeSpan? Asked(HttpResponseMessage answer, DateTimeOffset now)
    {
        var asked = answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => (TimeSpan?)null,
        };
        return asked is { } rest ? TimeSpan.FromTicks(Math.Clamp(rest.Ticks, 0, LongestRest.Ticks)) : null;
    }
}
