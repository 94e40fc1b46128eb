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

    private static Evidence? Of(Func<int, int> logins, Func<int, int> keyActions, int weeks = 12) =>
        FallingKeyActions.Of(Heard.Account("green") with { Usage = Heard.Usage(logins, keyActions, weeks) });
}
