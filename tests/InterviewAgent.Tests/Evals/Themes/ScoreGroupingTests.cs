using InterviewAgent.Evals.Themes;

namespace InterviewAgent.Tests.Evals.Themes;

public sealed class ScoreGroupingTests
{
    [Fact]
    public void Groups_that_are_the_classes_score_one()
    {
        var score = ScoreGrouping.Of("same", ["x", "x", "y", "y"], ["a", "a", "b", "b"]);
        Assert.Equal((1.0, 1.0, 1.0, 1.0, 2), (score.Precision, score.Recall, score.F1, score.AdjustedRand, score.Groups));
    }

    [Fact]
    public void Figures_of_a_grouping_worked_out_by_hand()
    {
        // Group x holds a, a, b; group y holds b, b. Pairs together: 1 + 1; in groups 3 + 1; in classes 1 + 3; by chance 4 * 4 / 10.
        var score = ScoreGrouping.Of("worked", ["x", "x", "x", "y", "y"], ["a", "a", "b", "b", "b"]);
        Assert.Equal((4 / 3.0 + 1 / 3.0 + 2) / 5, score.Precision, 12);
        Assert.Equal((2 + 1 / 3.0 + 4 / 3.0) / 5, score.Recall, 12);
        Assert.Equal((2 - 1.6) / (4 - 1.6), score.AdjustedRand, 12);
    }

    [Fact]
    public void The_reference_puts_like_texts_together_and_comes_to_the_same_twice()
    {
        string[] texts = ["the printer is broken", "our printer is broken again", "sales promised an interface", "an interface that sales promised"];
        var groups = ClusterByWords.Of(texts, 2);
        Assert.Equal(groups, ClusterByWords.Of(texts, 2));
        Assert.Equal((groups[0], groups[2]), (groups[1], groups[3]));
        Assert.NotEqual(groups[0], groups[2]);
    }
}
