using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Evals.Scorers;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Tests.Evals.Scorers;

public sealed class JourneyScorerTests
{
    private const string Said = "I export it to Excel. Nobody trusts the score.";

    [Fact]
    public void Found_is_scored_by_interview_and_code()
    {
        var score = JourneyScorer.Score([Journey(Gold("operational.old-workflow", "trust.output"), null)], [Journey(null, Gold("trust.output", "product.gap"))]);
        Assert.Equal(new Presence(1, 1, 1), score.Micro);
        Assert.Equal(0.5, score.Micro.F1);
        Assert.Equal(1.0 / 3, score.MacroF1, 6);
        Assert.Equal(1, score.Verbatim);
    }

    [Fact]
    public void A_journey_that_was_not_found_counts_as_missed()
    {
        var score = JourneyScorer.Score([Journey(Gold("trust.output"), null)], []);
        Assert.Equal(new Presence(0, 0, 1), score.Micro);
    }

    [Fact]
    public void Correlation_needs_both_sides_to_vary()
    {
        Assert.Null(Correlation.Pearson([(1, 2), (1, 3)]));
        Assert.Equal(-1, Correlation.Pearson([(1, 3), (2, 2), (3, 1)])!.Value, 9);
    }

    private static InterviewLabels Gold(params string[] codes) =>
        new([.. codes.Select(code => new Label(code, 2, null, [new LabelQuote(2, Said)]))], null, null, null, null);

    private static LabelledJourney Journey(InterviewLabels? gold, InterviewLabels? findings) =>
        new("a", [new LabelledInterview("a-1", Checkpoint.Day30, new LabelledParticipant(Role.EndUser),
            [new LabelledTurn(1, Speaker.Interviewer, "How?"), new LabelledTurn(2, Speaker.Participant, Said)], gold, findings)], null, null);
}
