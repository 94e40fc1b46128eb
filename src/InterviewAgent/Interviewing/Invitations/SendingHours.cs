namespace InterviewAgent.Interviewing.Invitations;

/// <summary>
/// When a person may be written to, on their own wall clock: working days, working hours, no quiet hours, no holidays. Pure. An unknown
/// time zone counts as UTC.
/// </summary>
public sealed class SendingHours
{
    // Longer than any run of holidays: a calendar that closes a whole year is a mistake, and then nobody is written to.
    private const int FarthestDays = 400;
    private readonly IReadOnlyList<HourRange> open;
    private readonly IReadOnlySet<DayOfWeek> workingDays;
    private readonly IReadOnlySet<DateOnly> closedDays;

    public SendingHours(InvitationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (open, workingDays, closedDays) = (HourRanges.Open(options), options.WorkingDays(), options.ClosedDays());
    }

    /// <summary>The IANA zone of this name; UTC where there is none.</summary>
    public static TimeZoneInfo Zone(string? name) =>
        // The name comes from an import and is looked up as a file by the framework: only names of the shape zones have get there.
        name is { Length: > 0 and <= 64 } && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '+' or '-')
            && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    public static DateOnly LocalDay(string? zone, DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone(zone)).DateTime);

    public bool IsWorkingDay(DateOnly day) => workingDays.Contains(day.DayOfWeek) && !closedDays.Contains(day);

    public bool IsOpen(string? zone, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone(zone)).DateTime;
        return IsWorkingDay(DateOnly.FromDateTime(local)) && open.Any(range => range.Contains(local.TimeOfDay));
    }

    /// <summary>The first moment from <paramref name="from"/> on at which the person may be written to; itself when it is one.</summary>
    public DateTimeOffset NextOpen(string? zone, DateTimeOffset from)
    {
        if (IsOpen(zone, from))
        {
            return from;
        }
        var clock = Zone(zone);
        // From the day before: a zone's date may step back over midnight when its clock does.
        var day = LocalDay(zone, from).AddDays(-1);
        for (var last = day.AddDays(FarthestDays); day < last; day = day.AddDays(1))
        {
            foreach (var start in IsWorkingDay(day) ? open.SelectMany(range => Instants(clock, day, range.From)) : [])
            {
                if (start >= from && IsOpen(zone, start))
                {
                    return start;
                }
            }
        }
        return from.AddDays(FarthestDays);
    }

    /// <summary>The first opening on or after a day of the person's calendar.</summary>
    public DateTimeOffset Opening(string? zone, DateOnly day) => NextOpen(zone, Instants(Zone(zone), day, 0).First());

    /// <summary>The opening of the <paramref name="days"/>th working day after the day of <paramref name="from"/>.</summary>
    public DateTimeOffset AfterWorkingDays(string? zone, DateTimeOffset from, int days)
    {
        var day = LocalDay(zone, from);
        for (var (left, steps) = (days, 0); left > 0 && steps < FarthestDays; steps++)
        {
            day = day.AddDays(1);
            left -= IsWorkingDay(day) ? 1 : 0;
        }
        return Opening(zone, day);
    }

    /// <summary>The moments at which a wall clock shows this time: two when the clock is set back, one an hour later when it jumps over it.</summary>
    private static IEnumerable<DateTimeOffset> Instants(TimeZoneInfo zone, DateOnly day, int minute)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        return zone.IsAmbiguousTime(local)
            ? zone.GetAmbiguousTimeOffsets(local).OrderDescending().Select(offset => new DateTimeOffset(local, offset).ToUniversalTime())
            : [new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime()];
    }
}
