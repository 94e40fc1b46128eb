using InterviewAgent.Insights;

namespace InterviewAgent.Tests.Insights;

public class EnoughVoiceTests
{
    [Fact]
    public void Two_people_and_three_completed_interviews_are_enough_and_less_says_what_is_missing()
    {
        var voice = Heard.Account("green", Heard.Interview("u1", 30), Heard.Interview("u1", 60));
        var enough = EnoughVoice.Of(voice);
        Assert.Equal((false, 1, 1), (enough.IsEnough, enough.PeopleMissing, enough.InterviewsMissing));
        Assert.True(EnoughVoice.Of(Heard.Account("green", Heard.Interview("u1", 30), Heard.Interview("u1", 60), Heard.Interview("u2", 60))).IsEnough);
    }

    [Fact]
    public void What_was_broken_off_is_heard_but_is_not_a_completed_interview()
    {
        var voice = Heard.Account("green", Heard.Interview("u1", 30), Heard.Interview("u1", 60), Heard.Interview("u2", 60) with { Completed = false });
        Assert.Equal((0, 1), (EnoughVoice.Of(voice).PeopleMissing, EnoughVoice.Of(voice).InterviewsMissing));
    }

    [Fact]
    public void Without_an_imported_health_the_health_is_unknown_and_never_green() =>
        Assert.Equal((AccountHealth.Unknown, false), (ReadAccount.Read(Silent(null)).Health, ReadAccount.Read(Silent(null)).SilentSufferer));

    private static AccountVoice Silent(string? health) => Heard.Account(health,
        Heard.Interview("b1", 30, "drift.goal"), Heard.Interview("u1", 60, "operational.old-workflow/2"), Heard.Interview("u2", 90, "operational.old-workflow/2", "Leaving:1"));
}
