using InterviewAgent.Evals.Neutrality;
using InterviewAgent.Evals.Transcripts;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Tests.Evals.Transcripts;

public sealed class DisagreementsTests
{
    [Fact]
    public void What_only_one_of_them_sees_is_listed_and_counted()
    {
        var found = new Disagreements();
        var praise = new Verdict([new Breach("R5", RuleSeverity.Blocks, "", 0, 1)]);
        Assert.Empty(found.Add(Turn(praise, evaluation: true)));
        Assert.Empty(found.Add(Turn(Verdict.Clean, evaluation: false)));
        Assert.True(Assert.Single(found.Add(Turn(praise, evaluation: false))).GateSays);
        Assert.False(Assert.Single(found.Add(Turn(Verdict.Clean, evaluation: true))).GateSays);
        var row = found.Summary().Single(row => row.Question.Contains("R5", StringComparison.Ordinal));
        Assert.Equal((1, 1, 1, 1), (row.Both, row.GateOnly, row.MetricOnly, row.Neither));
        Assert.Equal(0, row.Kappa);
    }

    private static CheckedTurn Turn(Verdict verdict, bool evaluation) =>
        new("i", 1, "text", verdict, new TurnMeasure(1, false, false, evaluation, false, false, 5));
}
