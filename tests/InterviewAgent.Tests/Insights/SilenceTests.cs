using InterviewAgent.Insights;

namespace InterviewAgent.Tests.Insights;

public class SilenceTests
{
    [Fact]
    public void Two_silent_people_of_three_are_a_reading() =>
        Assert.Equal(2, Of(Heard.CheckIn("u1", false), Heard.CheckIn("u2", false), Heard.CheckIn("u3", true))?.People);

    [Fact]
    public void Declining_is_a_right_and_never_evidence() =>
        Assert.Null(Of(Heard.CheckIn("u1", false, declined: true), Heard.CheckIn("u2", false, declined: true)));

    [Fact]
    public void One_silent_person_or_a_minority_is_none()
    {
        Assert.Null(Of(Heard.CheckIn("u1", false)));
        Assert.Null(Of(Heard.CheckIn("u1", false), Heard.CheckIn("u2", false), Heard.CheckIn("u3", true), Heard.CheckIn("u4", true), Heard.CheckIn("u5", true)));
    }

    private static Evidence? Of(params HeardCheckIn[] checkIns) => Silence.Of(Heard.Account("green") with { CheckIns = checkIns });
}
