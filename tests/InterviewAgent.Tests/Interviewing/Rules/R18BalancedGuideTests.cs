using InterviewAgent.Interviewing.Rules;

namespace InterviewAgent.Tests.Interviewing.Rules;

public class R18BalancedGuideTests
{
    [Fact]
    public void The_pair_is_balanced_and_half_of_it_is_not()
    {
        string[] pair = ["Tell me about something that moved forward.", "Tell me about something that did not move."];
        Assert.Empty(R18BalancedGuide.Check(["movement"], pair, Gate.Real.Lexicon));
        Assert.Equal("R18", Assert.Single(R18BalancedGuide.Check(["movement"], pair[..1], Gate.Real.Lexicon)).Rule);
    }

    [Theory]
    [InlineData("pain-points")]
    [InlineData("main problems")]
    [InlineData("success")]
    public void A_topic_is_not_named_by_its_valence(string topic) => Assert.Single(R18BalancedGuide.Check([topic], [], Gate.Real.Lexicon));
}
