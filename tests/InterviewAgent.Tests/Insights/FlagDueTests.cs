using InterviewAgent.Insights;

namespace InterviewAgent.Tests.Insights;

public class FlagDueTests
{
    [Theory]
    [InlineData("2026-11-16", "2026-11-23")] // Monday
    [InlineData("2026-11-20", "2026-11-27")] // Friday
    [InlineData("2026-11-21", "2026-11-30")] // Saturday: the Monday after the next one
    [InlineData("2026-11-22", "2026-11-30")] // Sunday
    [InlineData("2026-12-27", "2027-01-04")] // into the next year
    public void A_flag_is_due_a_week_after_it_opened_and_on_no_weekend(string opened, string due) =>
        Assert.Equal(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), FlagDue.Of(DateOnly.Parse(opened, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void No_day_of_a_year_makes_a_flag_due_on_a_weekend_or_after_more_than_nine_days() =>
        Assert.All(Enumerable.Range(0, 366).Select(new DateOnly(2027, 1, 1).AddDays), opened =>
        {
            var due = FlagDue.Of(opened);
            Assert.InRange(due.DayNumber - opened.DayNumber, 7, 9);
            Assert.False(due.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        });
}
