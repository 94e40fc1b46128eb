using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using InterviewAgent.Interviewing.Invitations;

namespace InterviewAgent.Tests.Interviewing.Invitations;

public class SendingHoursTests
{
    private static readonly SendingHours Hours = new(new() { Holidays = "2026-12-25" });

    private static readonly Gen<string> Zone = Gen.Elements(
        "UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns", "Africa/Cairo",
        "Asia/Kathmandu", "Pacific/Kiritimati", "America/Santiago", "Atlantis/Nowhere", "", "../../etc/passwd");

    private static readonly Gen<DateTimeOffset> Moment =
        from minutes in Gen.Choose(0, 3 * 366 * 24 * 60) select new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);

    [Theory]
    [InlineData("Europe/Berlin", "2026-11-23T07:59Z", "2026-11-23T08:00Z")] // Monday, nine o'clock in winter
    [InlineData("Europe/Berlin", "2026-06-01T06:30Z", "2026-06-01T07:00Z")] // and in summer
    [InlineData("Europe/Berlin", "2026-11-23T11:00Z", "2026-11-23T12:00Z")] // quiet from twelve to one
    [InlineData("Europe/Berlin", "2026-11-27T16:00Z", "2026-11-30T08:00Z")] // Friday at five: Monday
    [InlineData("Europe/Berlin", "2026-12-24T20:00Z", "2026-12-28T08:00Z")] // a holiday before a weekend
    [InlineData("America/New_York", "2026-03-06T22:30Z", "2026-03-09T13:00Z")] // over the night in which the clock is set forward
    [InlineData("America/New_York", "2026-10-30T21:30Z", "2026-11-02T14:00Z")] // and back
    [InlineData("Pacific/Kiritimati", "2026-11-22T18:00Z", "2026-11-22T19:00Z")] // already Monday there
    [InlineData("Atlantis/Nowhere", "2026-11-23T08:00Z", "2026-11-23T09:00Z")] // unknown: UTC
    public void The_next_opening_is_on_the_persons_own_clock(string zone, string from, string opening) =>
        Assert.Equal(At(opening), Hours.NextOpen(zone, At(from)));

    [Fact]
    public void The_next_opening_is_never_early_never_closed_and_the_first() =>
        Prop.ForAll(Zone.ToArbitrary(), Moment.ToArbitrary(), (zone, from) =>
        {
            var opening = Hours.NextOpen(zone, from);
            var minutes = (int)(opening - from).TotalMinutes;
            return opening >= from && OnTheWall(zone, opening)
                && Enumerable.Range(0, minutes).Where(minute => minute % 7 == 0 || minute > minutes - 3).All(minute => !OnTheWall(zone, from.AddMinutes(minute)));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-11-20T10:00Z", 3, "2026-11-25T08:00Z")] // Friday and three working days: Wednesday
    [InlineData("2026-12-22T10:00Z", 3, "2026-12-28T08:00Z")] // Christmas Day does not count
    [InlineData("2026-11-23T10:00Z", 7, "2026-12-02T08:00Z")]
    public void Working_days_leave_out_weekends_and_holidays(string from, int days, string opening) =>
        Assert.Equal(At(opening), Hours.AfterWorkingDays("Europe/Berlin", At(from), days));

    [Theory]
    [InlineData("9-17", "", "Mon", "")]
    [InlineData("17:00-09:00", "", "Mon", "")]
    [InlineData("09:00-17:00", "09:00-17:00", "Mon", "")]
    [InlineData("09:00-17:00", "", "Monday", "")]
    [InlineData("09:00-17:00", "", "", "")]
    [InlineData("09:00-17:00", "", "Mon", "25.12.2026")]
    public void Hours_that_cannot_be_read_are_refused(string hours, string quiet, string days, string holidays)
    {
        InvitationOptions options = new() { Hours = hours, QuietHours = quiet, Days = days, Holidays = holidays };
        Assert.NotEmpty(options.Validate(new ValidationContext(options)));
    }

    /// <summary>Said once more in other words: nine to twelve and one to five, Monday to Friday.</summary>
    private static bool OnTheWall(string zone, DateTimeOffset at)
    {
        var clock = TimeZoneInfo.TryFindSystemTimeZoneById(zone.Length == 0 ? "UTC" : zone, out var known) ? known : TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTime(at, clock);
        return local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && local.Hour is >= 9 and < 17 and not 12
            && (local.Year, local.Month, local.Day) is not (2026, 12, 25);
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
