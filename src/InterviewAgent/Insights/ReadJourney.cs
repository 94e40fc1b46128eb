using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Analysis.Journeys;

namespace InterviewAgent.Insights;

/// <summary>Reads the account of one journey record, beside what was found in its interviews. Never reads <c>gold</c>.</summary>
public static class ReadJourney
{
    /// <summary>The record's account-level <c>findings</c>, in the shape of account-level <c>gold</c>, with the evidence.</summary>
    /// <exception cref="BadJourneyException">A date, a number or a status that cannot be read.</exception>
    public static JsonObject Findings(JourneyLine journey, IReadOnlyList<CodedJourneyInterview> interviews)
    {
        var reading = ReadAccount.Read(Voice(journey, interviews));
        return new JsonObject
        {
            ["silentSufferer"] = reading.SilentSufferer,
            ["atRisk"] = reading.AtRisk,
            ["driftFrom"] = JsonSerializer.SerializeToNode(reading.DriftFrom),
            ["why"] = reading.Why,
            ["health"] = JsonSerializer.SerializeToNode(reading.Health),
            ["enoughVoice"] = reading.HasEnoughVoice,
            ["evidence"] = new JsonArray([.. reading.Evidence.Select(kind => new JsonObject
            {
                ["kind"] = JsonSerializer.SerializeToNode(kind.Kind), ["people"] = kind.People, ["quoted"] = kind.IsQuoted,
            })]),
        };
    }

    /// <summary>The record as the reading sees it; interviews kept to totals are left out.</summary>
    public static AccountVoice Voice(JourneyLine journey, IReadOnlyList<CodedJourneyInterview> interviews)
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(interviews);
        var read = new Fields(journey);
        var account = journey.Record["account"] as JsonObject ?? [];
        var signed = read.Date(account["contractSignedOn"], "account.contractSignedOn") ?? DateOnly.MinValue;
        return new AccountVoice(
            Fields.Text(journey.Record["id"]) ?? "", signed,
            [.. read.List(account["health"], "account.health").Select(row => new HeardHealth(
                read.Date(row.Json["on"], $"{row.Place}.on") ?? signed, read.Health(row.Json["status"], $"{row.Place}.status")))],
            [.. read.List(account["usage"], "account.usage").Select(row => new HeardWeek(
                read.Whole(row.Json["week"], $"{row.Place}.week"), read.Whole(row.Json["activeUsers"], $"{row.Place}.activeUsers"),
                read.Whole(row.Json["logins"], $"{row.Place}.logins"), read.Whole(row.Json["keyActions"], $"{row.Place}.keyActions")))],
            [.. interviews.Where(interview => !IsKeptToTotals(interview.Json)).Select(interview => Interview(read, signed, interview))],
            [.. read.List(journey.Record["checkIns"], "checkIns").Select(row => new HeardCheckIn(
                Person(row.Json), Role.EndUser, read.Date(row.Json["due"], $"{row.Place}.due") ?? signed,
                IsSet(row.Json["invited"]), IsSet(row.Json["opened"]), IsSet(row.Json["completed"]), IsSet(row.Json["declined"])))]);
    }

    private static HeardInterview Interview(Fields read, DateOnly signed, CodedJourneyInterview interview)
    {
        var (transcript, place) = (interview.Transcript, $"interview {interview.Transcript.Id}");
        return HeardInterview.From(
            transcript.Id, Person(interview.Json), transcript.Role, transcript.Checkpoint,
            read.Date(interview.Json["heldOn"], $"{place}, heldOn") ?? signed.AddDays(transcript.Checkpoint.Days()),
            completed: true, interview.Coded);
    }

    /// <summary>What is not plainly open counts as kept: the stricter reading of a word nobody knows.</summary>
    private static bool IsKeptToTotals(JsonObject interview) =>
        interview["visibility"] is not null && Fields.Text(interview["visibility"]) is not ("with-my-name" or "account-only");

    private static string Person(JsonObject json) => json["participant"] is JsonObject participant
        ? Fields.Text(participant["id"]) ?? $"{Fields.Text(participant["role"])} {Fields.Text(participant["title"])}"
        : Fields.Text(json["participant"]) ?? "";

    /// <summary>A date, or true: it happened.</summary>
    private static bool IsSet(JsonNode? node) => node is JsonValue value && (!value.TryGetValue(out bool set) || set);

    private sealed class Fields(JourneyLine journey)
    {
        public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

        public DateOnly? Date(JsonNode? node, string place) => node is null ? null
            : DateOnly.TryParseExact(Text(node), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : DateTimeOffset.TryParse(Text(node), CultureInfo.InvariantCulture, out var time) ? DateOnly.FromDateTime(time.UtcDateTime)
            : throw journey.Bad(place, "is not a date; write 2026-03-31");

        public int Whole(JsonNode? node, string place) => node is null ? 0
            : node is JsonValue value && value.TryGetValue(out double number) && number is >= 0 and <= int.MaxValue ? (int)number
            : throw journey.Bad(place, "is not a number from 0 on");

        public HealthStatus Health(JsonNode? node, string place) => Text(node)?.ToLowerInvariant() switch
        {
            "green" => HealthStatus.Green,
            "yellow" => HealthStatus.Yellow,
            "red" => HealthStatus.Red,
            _ => throw journey.Bad(place, "must be green, yellow or red"),
        };

        public IEnumerable<(JsonObject Json, string Place)> List(JsonNode? node, string place) => node switch
        {
            null => [],
            JsonArray rows => rows.Select((row, i) => (row as JsonObject ?? throw journey.Bad($"{place}[{i}]", "must be an object"), $"{place}[{i}]")),
            _ => throw journey.Bad(place, "must be a list"),
        };
    }
}
