using InterviewAgent.Insights;

namespace InterviewAgent.Tests.Insights;

public class TimeToFirstValueTests
{
    [Fact]
    public void Value_counts_from_the_signature_to_the_first_outcome_and_to_first_and_repeated_use()
    {
        var voice = Heard.Account("green", Heard.Interview("u1", 60, "evidence.outcome"), Heard.Interview("b1", 90, "evidence.outcome")) with
        {
            Usage = [Week(1, 4, 0), Week(2, 4, 2), Week(3, 9, 8), Week(4, 31, 12), Week(5, 20, 30), Week(6, 20, 31), Week(8, 20, 40)],
        };
        Assert.Equal(new TimeToFirstValue(60, "i1#0", 21, 56), TimeToFirstValue.Of(voice));
    }

    [Fact]
    public void What_has_not_come_yet_is_no_number() =>
        Assert.Equal(new TimeToFirstValue(null, null, null, null), TimeToFirstValue.Of(Heard.Account("green") with { Usage = [Week(1, 50, 2)] }));

    [Fact]
    public void Depth_is_what_people_do_beside_how_often_they_look_in()
    {
        var voice = Heard.Account("green") with { Usage = Heard.Usage(_ => 40, week => week <= 4 ? 60 : 20, weeks: 8) };
        Assert.Equal(new DepthOfUse(1, 0.5, 0.2, 3), DepthOfUse.Of(voice, seats: 100));
    }

    [Fact]
    public void Depth_needs_four_weeks_and_somebody_active()
    {
        Assert.Null(DepthOfUse.Of(Heard.Account("green") with { Usage = Heard.Usage(_ => 1, _ => 1, weeks: 3) }, null));
        Assert.Null(DepthOfUse.Of(Heard.Account("green") with { Usage = [Week(1, 0, 0), Week(2, 0, 0), Week(3, 0, 0), Week(4, 0, 0)] }, null));
    }

    private static HeardWeek Week(int week, int users, int actions) => new(week, users, users * 2, actions);
}
