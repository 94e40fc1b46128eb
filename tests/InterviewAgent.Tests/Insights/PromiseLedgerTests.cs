using InterviewAgent.Accounts;
using InterviewAgent.Analysis.Promises;
using InterviewAgent.Insights;

namespace InterviewAgent.Tests.Insights;

public class PromiseLedgerTests
{
    private static readonly DateOnly Signed = new(2026, 1, 5);

    [Fact]
    public void Both_sides_saying_the_same_are_aligned_also_when_both_deny_it()
    {
        Assert.Equal(PromiseView.Aligned, Line(Said("b1", 30, PromiseState.Held), Said("u1", 60, PromiseState.Held)).View);
        Assert.Equal(PromiseView.Aligned, Line(Said("b1", 30, PromiseState.Contradicted), Said("u1", 60, PromiseState.Contradicted)).View);
        Assert.Equal(PromiseView.Diverging, Line(Said("b1", 30, PromiseState.Changed), Said("u1", 60, PromiseState.Forgotten)).View);
    }

    [Fact]
    public void A_missing_voice_is_never_agreement()
    {
        Assert.Equal(PromiseView.OneSided, Line(Said("b1", 30, PromiseState.Held)).View);
        Assert.Equal(PromiseView.OneSided, Line(Said("u1", 30, PromiseState.Contradicted), Said("b1", 30, PromiseState.NotMentioned)).View);
        Assert.Equal((PromiseView.Unknown, PromiseState.NotMentioned), (Line().View, Line().State));
    }

    [Fact]
    public void The_newest_sentence_of_a_side_stands_and_on_one_day_the_gravest()
    {
        var line = Line(Said("u1", 30, PromiseState.Contradicted), Said("u2", 60, PromiseState.Held), Said("u3", 60, PromiseState.Changed));
        Assert.Equal((PromiseState.Changed, 3), (line.User.State, line.User.Said.Count));
        Assert.Equal(PromiseState.Changed, line.State);
    }

    [Fact]
    public void A_side_that_was_asked_again_and_said_nothing_more_of_it_has_forgotten_it_and_does_not_agree()
    {
        PromiseWord[] said = [Said("b1", 14, PromiseState.Held), Said("u1", 14, PromiseState.Held)];
        HeardInterview[] later = [Heard.Interview("u1", 60), Heard.Interview("u1", 90)];
        var line = PromiseLedger.Of(said, later);
        Assert.Equal((PromiseState.Forgotten, true, PromiseView.OneSided), (line.User.State, line.User.Faded, line.View));
        Assert.Equal(PromiseView.Aligned, PromiseLedger.Of(said, [Heard.Interview("u2", 60), Heard.Interview("u3", 90)]).View);
    }

    private static PromiseLine Line(params PromiseWord[] said) => PromiseLedger.Of(said, []);

    private static PromiseWord Said(string person, int day, PromiseState state) =>
        new("i", person, person[0] == 'b' ? Role.Buyer : Role.EndUser, Signed.AddDays(day), state);
}
