using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace InterviewAgent.Cli.Commands.Demo;

/// <summary>
/// Moves a written portfolio in time by whole weeks, so that its weekdays stay: the dates of the record, and the days and months that
/// people name when they speak.
/// </summary>
internal sealed partial class ShiftDates(int weeks)
{
    private readonly int days = weeks * 7;

    /// <summary>Weeks from the day the portfolio was written for to the last such weekday that is not after today.</summary>
    public static ShiftDates Between(DateOnly asOf, DateOnly today) => new((int)Math.Floor((today.DayNumber - asOf.DayNumber) / 7.0));

    public JsonNode? Apply(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Apply(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Apply)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Text(text)),
        _ => node?.DeepClone(),
    };

    private string Text(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
        if (IsoTime().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time.AddDays(days).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        }
        return Month().Replace(Day().Replace(text, SpokenDay), SpokenMonth);
    }

    private string SpokenDay(Match match)
    {
        var month = Array.IndexOf(Months, match.Groups["month"].Value) + 1;
        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        if (day is 0 || day > DateTime.DaysInMonth(Year, month))
        {
            return match.Value;
        }
        var moved = new DateOnly(Year, month, day).AddDays(days);
        var ordinal = match.Groups["ordinal"].Length > 0 ? Ordinal(moved.Day) : "";
        var first = match.Groups["first"] is { Success: true } spoken
            ? moved.AddDays(int.Parse(spoken.Value, CultureInfo.InvariantCulture) - day).Day + match.Groups["join"].Value
            : "";
        // A mark keeps the month from being moved a second time.
        return $"{first}{moved.Day}{ordinal}{match.Groups["between"].Value}{Mark}{Months[moved.Month - 1]}";
    }

    private string SpokenMonth(Match match)
    {
        if (match.Groups["mark"].Length > 0)
        {
            return match.Groups["month"].Value;
        }
        var moved = new DateOnly(Year, Array.IndexOf(Months, match.Groups["month"].Value) + 1, 15).AddDays(days);
        return match.Groups["before"].Value + Months[moved.Month - 1];
    }

    private static string Ordinal(int day) => (day % 100) is 11 or 12 or 13 ? "th" : (day % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };

    private const int Year = 2026;
    private const string Mark = "\uE000";
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12];

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T")]
    private static partial Regex IsoTime();

    [GeneratedRegex(@"\b(?:(?<first>\d{1,2})(?<join> and | or | to |-|–))?(?<day>\d{1,2})(?<ordinal>st|nd|rd|th)?(?<between>(?: of)? )(?<month>January|February|March|April|May|June|July|August|September|October|November|December)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Day();

    /// <summary>"May" and "March" are months only after a word that time follows.</summary>
    [GeneratedRegex(@"(?<mark>\uE000)(?<month>January|February|March|April|May|June|July|August|September|October|November|December)|(?<before>\b)(?<month>January|February|April|June|July|August|September|October|November|December)\b|(?<before>\b(?i:in|by|since|until|till|from|early|late|mid|end of|of|next|last|this|before|after|for|and|to) )(?<month>March|May)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Month();
}
