using InterviewAgent.Insights;

namespace InterviewAgent.Tests.Insights;

public class FallingKeyActionsTests
{
    [Fact]
    public void A_fall_under_steady_log_ins_is_evidence() =>
        Assert.NotNull(Of(_ => 100, week => 200 - (10 * week)));

    [Fact]
    public void A_fall_with_falling_log_ins_is_what_the_dashboard_sees_itself() =>
        Assert.Null(Of(week => 200 - (10 * week), week => 200 - (10 * week)));

    [Fact]
    public void One_holiday_week_is_not_a_fall() =>
        Assert.Null(Of(_ => 100, week => week == 11 ? 20 : 200 + (week % 3)));

    [Fact]
    public void A_monthly_peak_is_not_a_fall() =>
        Assert.Null(Of(_ => 100, week => week % 4 == 3 ? 400 : 130 + (week % 5)));

    [Fact]
    public void Seven_weeks_are_too_few_to_say() =>
        Assert.Null(Of(_ => 100, week => 200 - (20 * week), weeks: 7));

    [Fact]
    public void A_sudden_drop_is_called_in_its_second_or_third_week()
    {
        static int Actions(int week) => week <= 10 ? 200 + (week % 3) : 110;
        Assert.Null(Of(_ => 100, Actions, weeks: 11));
        Assert.NotNull(Of(_ => 100, Actions, weeks: 13));
    }

    [Fact]
    public void A_holiday_that_empties_both_is_not_a_fall() =>
        Assert.Null(Of(week => week >= 10 ? 30 : 100, week => week >= 10 ? 60 : 200 + (week % 3), weeks: 12));

    [Fact]
    public void One_outage_is_not_a_fall_even_in_the_last_week() =>
        Assert.Null(Of(_ => 100, week => week == 12 ? 5 : 200 + (week % 3), weeks: 12));

    [Fact]
    public void Weeks_that_are_missing_are_not_weeks_of_nothing()
    {
        var usage = Heard.Usage(_ => 100, week => 200 + (week % 3), 16).Where(week => week.Week is not (9 or 10)).ToArray();
        Assert.Null(FallingKeyActions.Of(Heard.Account("green") with { Usage = usage }, FlagThresholds.Default));
    }

    private static Evidence? Of(Func<int, int> logins, Func<int, int> keyActions, int weeks = 12) =>
        FallingKeyActions.Of(Heard.Account("green") with { Usage = Heard.Usage(logins, keyActions, weeks) }, FlagThresholds.Default);
}
