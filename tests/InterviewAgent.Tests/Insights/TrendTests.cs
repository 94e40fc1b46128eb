using InterviewAgent.Insights;

namespace InterviewAgent.Tests.Insights;

public class TrendTests
{
    [Fact]
    public void A_dip_between_two_different_people_is_no_trend() =>
        Assert.Null(Read(Spoke("b1", 14, 1, 1, 1), Spoke("u1", 60, -2, -2, -2)));

    [Fact]
    public void Two_people_who_both_fall_are_a_trend_since_the_first_of_it()
    {
        var trend = Read(
            Spoke("b1", 14, 1, 1, 0), Spoke("u1", 30, 1, 0, 1), Spoke("b1", 60, -1, -1, -1), Spoke("u1", 90, -1, -2, -1))!;
        Assert.Equal((TrendDirection.Falling, new DateOnly(2026, 3, 6), 2, 4), (trend.Direction, trend.Since, trend.People, trend.CheckIns));
        Assert.Equal([(0.67, -1.33), (0.67, -1.0)], trend.Moved.Select(person => (person.Before, person.Now)));
        Assert.Equal([["i4"], ["i3"]], trend.Moved.Select(person => person.Interviews));
    }

    [Fact]
    public void One_person_s_bad_day_among_steady_people_is_steady()
    {
        var trend = Read(
            Spoke("b1", 14, 1, 0, 0), Spoke("u1", 30, 0, 1, 0), Spoke("u2", 30, 0, 0, 0), Spoke("b1", 60, -1, 0, 0), Spoke("u1", 90, 0, 1, 0), Spoke("u2", 90, 0, 0, 1))!;
        Assert.Equal((TrendDirection.Steady, null, 3), (trend.Direction, trend.Since, trend.People));
        Assert.Empty(trend.Moved);
    }

    [Fact]
    public void What_fell_and_came_back_is_no_longer_falling()
    {
        HeardInterview[] fell = [Spoke("b1", 14, 1, 1), Spoke("u1", 30, 1, 1), Spoke("b1", 60, -1, -1), Spoke("u1", 90, -1, -1)];
        Assert.Equal(TrendDirection.Falling, Read(fell)!.Direction);
        Assert.NotEqual(TrendDirection.Falling, Read([.. fell, Spoke("b1", 150, 2, 2), Spoke("u1", 151, 2, 2)])!.Direction);
    }

    [Fact]
    public void Rising_is_called_as_falling_is() =>
        Assert.Equal(TrendDirection.Rising, Read(
            Spoke("b1", 14, -1, -1), Spoke("u1", 30, -1, -1), Spoke("b1", 60, 1, 1), Spoke("u1", 90, 1, 1))!.Direction);

    [Fact]
    public void An_interview_that_broke_off_compares_with_nothing() =>
        Assert.Null(Read(Spoke("b1", 14, 1, 1), Spoke("b1", 60, -2, -2) with { Completed = false }));

    [Fact]
    public void Readings_count_beside_tone_where_the_person_gave_them_before()
    {
        HeardInterview[] tone = [Spoke("b1", 14, 1, 0), Spoke("u1", 30, 1, 0), Spoke("b1", 60, 0, 0), Spoke("u1", 90, 0, 0)];
        HeardInterview[] both = [.. tone.Select((interview, i) => interview with { Readings = Heard.Interview("b1", 1, i < 2 ? "Dependence:4" : "Dependence:0").Readings })];
        Assert.True(Read(both)!.Sum > Read(tone)!.Sum);
    }

    [Fact]
    public void The_order_of_the_rows_does_not_matter()
    {
        HeardInterview[] rows = [Spoke("b1", 14, 1, 1), Spoke("u1", 30, 1, 0), Spoke("b1", 60, -1, -1), Spoke("u1", 90, -1, -2)];
        var account = Heard.Account("green", rows);
        var trend = ReadTrend.Of(account, FlagThresholds.Default)!;
        var turned = ReadTrend.Of(account with { Interviews = [.. account.Interviews.Reverse()] }, FlagThresholds.Default)!;
        Assert.Equal((trend.Direction, trend.Since, trend.Sum), (turned.Direction, turned.Since, turned.Sum));
    }

    private static Trend? Read(params HeardInterview[] interviews) => ReadAccount.Read(Heard.Account("green", interviews)).Trend;

    private static HeardInterview Spoke(string person, int day, params int[] feelings) => Heard.Interview(person, day) with
    {
        TurnSentiment = [.. feelings.Select((feeling, i) => new HeardSentiment((2 * i) + 2, feeling))],
    };
}
