using InterviewAgent.Evals.Readings;
using InterviewAgent.Evals.Scorers;

namespace InterviewAgent.Tests.Evals.Readings;

public sealed class ScoreReadingsTests
{
    [Fact]
    public void What_is_read_without_evidence_and_what_is_not_read_are_counted_apart()
    {
        var labelled = new Dictionary<string, LabelledReadings>
        {
            ["i1"] = new("i1", "a", new Dictionary<string, int> { ["outcome"] = 4, ["effort"] = 2 }),
            ["i2"] = new("i2", "a", new Dictionary<string, int> { ["outcome"] = 0 }),
        };
        var scores = ScoreReadings.Of(labelled, [Journey("""
            {"id":"a","interviews":[
              {"id":"i1","checkpoint":"day-30","participant":{"role":"buyer"},"turns":[],"findings":{"readings":[{"dimension":"outcome","value":4}]}},
              {"id":"i2","checkpoint":"day-60","participant":{"role":"buyer"},"turns":[],"findings":{"readings":[{"dimension":"outcome","value":1},{"dimension":"effort","value":3}]}}]}
            """)]);

        var outcome = Assert.Single(scores, score => score.Dimension == "outcome");
        Assert.Equal((2, 2, 0), (outcome.Labelled, outcome.Both, outcome.Extra));
        Assert.Equal(0.5, outcome.Equal);
        Assert.Equal(1, outcome.Spearman!.Value, 6);
        var effort = Assert.Single(scores, score => score.Dimension == "effort");
        Assert.Equal((1, 0, 1), (effort.Labelled, effort.Both, effort.Extra));
    }

    private static LabelledJourney Journey(string json) => LabelledJourney.Parse(json.ReplaceLineEndings(""));
}
