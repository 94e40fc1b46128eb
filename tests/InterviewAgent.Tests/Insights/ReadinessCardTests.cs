using InterviewAgent.Accounts;
using InterviewAgent.Insights;

namespace InterviewAgent.Tests.Insights;

public class ReadinessCardTests
{
    private static readonly AgreedAtStart Nothing = new([], 0);

    [Fact]
    public void On_day_0_the_card_shows_what_was_agreed_and_the_rest_as_unknown()
    {
        var card = ReadinessCard.Of(Heard.Account(null), new AgreedAtStart([new AgreedPromise("p", PromiseKind.Criterion, true, true, null)], 3));
        Assert.Equal(
            [ReadinessState.Unknown, ReadinessState.Unknown, ReadinessState.Unknown, ReadinessState.Present, ReadinessState.Present, ReadinessState.Present],
            card.Select(item => item.State));
        Assert.Equal(["p", "p"], card.Where(item => item.Promise is not null).Select(item => item.Promise));
    }

    [Fact]
    public void The_newest_word_stands_and_a_vague_commitment_or_an_annoyance_says_nothing()
    {
        var card = ReadinessCard.Of(Heard.Account("green",
            Heard.Interview("b1", 14, "evidence.owner", "commitment.training=vague", "technical.data/1"),
            Heard.Interview("u1", 60, "operational.ownership/2")), Nothing);
        Assert.Equal(ReadinessState.Contradicted, State(card, Readiness.NamedOwner));
        Assert.Equal(ReadinessState.Unknown, State(card, Readiness.UserGroup));
        Assert.Equal(ReadinessState.Unknown, State(card, Readiness.AvailableData));
        Assert.Equal("i2#0", card[0].Finding);
    }

    [Fact]
    public void Somebodys_word_takes_the_place_of_what_was_agreed() => Assert.Equal(ReadinessState.Contradicted, State(
        ReadinessCard.Of(Heard.Account("green", Heard.Interview("u1", 60, "drift.criteria")),
            new AgreedAtStart([new AgreedPromise("p", PromiseKind.Criterion, true, true, null)], 0)), Readiness.ProofMetric));

    private static ReadinessState State(IReadOnlyList<ReadinessItem> card, Readiness item) => card.Single(one => one.Item == item).State;
}
