using InterviewAgent.Evals.Statistics;

namespace InterviewAgent.Tests.Evals.Statistics;

public sealed class SayDifferenceTests
{
    private static readonly ClusterDifference Seen = new(0.9, 0.85, -0.05, -0.07, -0.03, 0.001, "", 100, 50, 20, 0.03);

    [Fact]
    public void A_real_loss_is_said_in_points() => Assert.Equal("real, worse by 3 to 7 points", SayDifference.InWords(Seen, 0.002));

    [Fact]
    public void Fewer_errors_are_better() => Assert.Equal("real, better by 3 to 7 points", SayDifference.InWords(Seen, 0.002, lowerIsBetter: true));

    [Fact]
    public void What_the_set_cannot_see_is_said() => Assert.Equal(
        "cannot tell: this set sees only differences above 9",
        SayDifference.InWords(Seen with { Low = -0.12, High = 0.02, Detectable = 0.09 }, 0.2));

    [Fact]
    public void Holm_can_take_back_what_a_single_p_promised() => Assert.Equal(Finding.CannotTell, SayDifference.Of(Seen, adjustedP: 0.2));

    [Fact]
    public void Too_few_groups_say_so() => Assert.Equal(
        "cannot tell: 5 groups are too few for any difference to be real, 6 are the least",
        SayDifference.InWords(Seen with { Clusters = 5, Low = null, High = null, Detectable = null, P = 0.0625 }, 0.0625));

    [Fact]
    public void Nothing_changed_is_said_so() => Assert.Equal(
        "no change: every item scored the same", SayDifference.InWords(Seen with { Ties = 100, Estimate = 0, Low = 0, High = 0, P = 1 }, 1));
}
