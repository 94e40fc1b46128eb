using InterviewAgent.Accounts;
using InterviewAgent.Insights;

namespace InterviewAgent.Tests.Insights;

public class SilenceLedgerTests
{
    [Fact]
    public void Each_step_counts_those_who_got_so_far_and_declining_is_not_silence() =>
        Assert.Equal(new SilenceLedger(5, 3, 3, 2, 1, 1, 1, 2), SilenceLedger.Of(Heard.Account("green") with
        {
            CheckIns =
            [
                Heard.CheckIn("u1", completed: true), Heard.CheckIn("u2", completed: false), Heard.CheckIn("u3", completed: false, declined: true),
                Heard.CheckIn("u4", completed: false) with { Consented = true },
                Heard.CheckIn("u5", completed: false) with { Consented = true, Answered = true, BrokeOff = true },
            ],
        }));

    [Fact]
    public void Only_a_persons_latest_invitation_makes_them_silent() =>
        Assert.Equal(0, SilenceLedger.Of(Heard.Account("green") with
        {
            CheckIns = [Heard.CheckIn("u1", completed: false) with { Due = new DateOnly(2026, 2, 1) }, Heard.CheckIn("u1", completed: true)],
        }).Silent);

    [Fact]
    public void Pace_is_read_against_the_persons_own_and_needs_two_interviews()
    {
        var change = Assert.Single(OwnPace.Of(
        [
            Pace("u1", 30, [40, 40, 20], 1), Pace("u1", 60, [10, 20, 30], 6), Pace("u2", 60, [4], 9),
        ]));
        Assert.Equal((0.5, 20, 40, 6.0, 1.0), (change.Length!.Value, change.Words, change.WordsBefore, change.Days!.Value, change.DaysBefore!.Value));
    }

    [Fact]
    public void An_interview_whose_words_may_not_be_read_is_no_baseline() =>
        Assert.Empty(OwnPace.Of([Pace("u1", 30, [], 1), Pace("u1", 60, [10], 1)]));

    private static HeardPace Pace(string person, int day, int[] words, double days) =>
        new(person, Role.EndUser, new DateOnly(2026, 1, 5).AddDays(day), words, days);
}
