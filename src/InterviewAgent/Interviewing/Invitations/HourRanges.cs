using System.Globalization;

namespace InterviewAgent.Interviewing.Invitations;

/// <summary>Part of a day in minutes after midnight on a wall clock, the end not included.</summary>
internal readonly record struct HourRange(int From, int To)
{
    public bool Contains(TimeSpan time) => time.TotalMinutes >= From && time.TotalMinutes < To;
}

/// <summary>Reads "09:00-12:00, 13:00-17:00".</summary>
internal static class HourRanges
{
    private const int DayMinutes = 24 * 60;

    /// <summary>What is wrong with a list of ranges; null when nothing is.</summary>
    public static string? Problem(string list) => Parts(list).FirstOrDefault(part => Read(part) is null) is { } wrong
        ? $"'{wrong}' is no range of hours; write 09:00-17:00."
        : null;

    /// <summary>The working hours without the quiet ones, in order.</summary>
    public static IReadOnlyList<HourRange> Open(InvitationOptions options)
    {
        var (work, quiet) = (Parts(options.Hours).Select(Read).OfType<HourRange>().ToList(), Parts(options.QuietHours).Select(Read).OfType<HourRange>().ToList());
        List<HourRange> open = [];
        for (var minute = 0; minute < DayMinutes; minute++)
        {
            var time = TimeSpan.FromMinutes(minute);
            if (!work.Exists(range => range.Contains(time)) || quiet.Exists(range => range.Contains(time)))
            {
                continue;
            }
            if (open.Count > 0 && open[^1].To == minute)
            {
                open[^1] = open[^1] with { To = minute + 1 };
            }
            else
            {
                open.Add(new(minute, minute + 1));
            }
        }
        return open;
    }

    private static HourRange? Read(string part) =>
        part.Split('-', StringSplitOptions.TrimEntries) is [var from, var to] && Minute(from) is { } start && Minute(to) is { } end && start < end
            ? new(start, end)
            : null;

    private static int? Minute(string clock) => clock == "24:00" ? DayMinutes
        : TimeOnly.TryParseExact(clock, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (int)time.ToTimeSpan().TotalMinutes
        : null;

    private static string[] Parts(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
