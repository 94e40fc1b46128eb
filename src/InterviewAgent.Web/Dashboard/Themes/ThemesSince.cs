using System.Globalization;

namespace InterviewAgent.Web.Dashboard.Themes;

/// <summary>The day with which today is compared: <c>?since=2026-11-01</c>; last week's where none is given, or none that is a day of the last two years.</summary>
internal static class ThemesSince
{
    private const int Usual = 7, Oldest = 730;

    public static DateOnly Of(string? since, TimeProvider clock)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return DateOnly.TryParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day <= today && day > today.AddDays(-Oldest)
            ? day : today.AddDays(-Usual);
    }
}
