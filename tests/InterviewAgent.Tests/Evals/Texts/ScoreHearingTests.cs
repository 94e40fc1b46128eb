using InterviewAgent.Evals.Texts;

namespace InterviewAgent.Tests.Evals.Texts;

public sealed class ScoreHearingTests
{
    private static readonly ReadTexts Sets = new(
        [new CheckedText("a", "negation", "not good", ["negative"]), new CheckedText("b", "negation", "not bad", ["neutral", "positive"]), new CheckedText("c", "drift", "now good", ["positive"])],
        [new RatedReview("d", "fine", 1), new RatedReview("e", "poor", -2)],
        [new MixedText("f", "good food, bad staff", [new MixedCategory("food", "positive"), new MixedCategory("staff", "negative")]),
         new MixedText("g", "good food, staff", [new MixedCategory("food", "positive"), new MixedCategory("staff", "neutral")])]);

    [Fact]
    public void Each_set_is_scored_on_its_own_texts()
    {
        var score = ScoreHearing.Of(new TextHearing("x", [0, 0, 0, 2, -2, 0, 0], [-1, -1, 1, 0, 0, 0, 0], [false, false, false, false, false, true, false], 10), Sets);
        Assert.Equal(0.5, score.Failures["negation"]);
        Assert.Equal(0, score.Failures["drift"]);
        Assert.Equal(1.0 / 3, score.AllFailures, 6);
        Assert.Equal(1, score.Correlation!.Value, 6);
        Assert.Equal(1, score.MixedHeard);
        Assert.Equal(0, score.MixedFalse);
    }

    [Fact]
    public void A_listener_with_one_number_has_no_share_of_mixed_texts() =>
        Assert.Null(ScoreHearing.Of(new TextHearing("x", [0, 0, 0, 2, -2, 0, 0], [0, 0, 0, 0, 0, 0, 0], null, 10), Sets).MixedHeard);
}
