using InterviewAgent.Interviewing;

namespace InterviewAgent.Tests.Interviewing;

public class GuideRulesTests
{
    private static readonly GuideRules Guide = new(Gate.Real);

    [Theory]
    [InlineData("What has happened with {product} in your work since we last talked?", GuideText.Core)]
    [InlineData("Which piece of your work, if any, now depends on {product}?", GuideText.Core)]
    [InlineData("How is {task} being done this week?", GuideText.Core)]
    [InlineData("What do you mean by '{quote}'?", GuideText.Probe)]
    [InlineData("What do you mean by '…'?", GuideText.Probe)]
    [InlineData("You said \"{quote}\". What did that look like in practice?", GuideText.Probe)]
    public void A_clean_text_with_slots_passes(string text, GuideText kind) => Assert.Empty(Guide.CheckQuestion(text, kind, []));

    [Theory]
    [InlineData("What problems did you have with {product}?", "R4")]
    [InlineData("Is {product} in use?", "R10")]
    [InlineData("What happened? And who noticed?", "R1")]
    public void A_breach_is_named(string text, string rule) =>
        Assert.Contains(Guide.CheckQuestion(text, GuideText.Core, []), breach => breach.Rule == rule && breach.Severity == RuleSeverity.Blocks);

    [Fact]
    public void The_pair_is_balanced_and_half_of_it_is_not()
    {
        string[] pair = ["Tell me about something that moved forward.", "Tell me about something that did not move."];
        Assert.Empty(Guide.CheckGuide(["movement"], pair));
        Assert.Equal("R18", Assert.Single(Guide.CheckGuide(["movement"], pair[..1])).Rule);
    }

    [Theory]
    [InlineData("pain-points")]
    [InlineData("main problems")]
    [InlineData("success")]
    public void A_topic_is_not_named_by_its_valence(string topic) => Assert.Single(Guide.CheckGuide([topic], []));

    [Fact]
    public void An_order_that_never_changes_is_seen()
    {
        Assert.False(GuideRules.Alternates(_ => ["a", "b"]));
        Assert.True(GuideRules.Alternates(seed => seed % 2 == 0 ? ["a", "b"] : ["b", "a"]));
    }
}
