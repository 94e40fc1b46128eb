using InterviewAgent.Interviewing;

namespace InterviewAgent.Tests.Interviewing.Rules;

/// <summary>Rules that rest on what only the interview knows: guide, names, secrets, intents, budgets.</summary>
public class RuleExampleTests
{
    private const string Answer = "We print the Morning list because Priya Nair cannot open Rotara at the gate.";

    [Theory]
    [InlineData("What happens at the gate?", false)]
    [InlineData("How does Rotara come into it?", false)]
    [InlineData("How does Zendesk come into it?", true)]
    public void R9_blocks_a_capitalised_newcomer(string draft, bool blocks) => Assert.Equal(blocks, Has("R9", draft, Gate.Probe(Answer)));

    [Fact]
    public void R9_counts_an_unknown_noun_without_blocking() =>
        Assert.Contains(Gate.Real.Check("What happens with the forklift?", Gate.Probe(Answer)).Breaches, breach => breach is { Rule: "R9", Severity: RuleSeverity.Counted });

    [Theory]
    [InlineData("What do you mean by \"Morning list\"?", false)]
    [InlineData("What do you mean by \"morning list\"?", true)]
    [InlineData("What do you mean by \"open Rotara at the gate\"?", true)]
    [InlineData("What do you mean by \"because Priya Nair\"?", true)]
    [InlineData("What do you mean by \"gate list\"?", true)]
    public void R7_takes_an_exact_whole_quote_only(string draft, bool blocks) =>
        Assert.Equal(blocks, Has("R7", draft, Gate.Probe(Answer) with { Names = ["Priya Nair"] }));

    [Fact]
    public void R7_a_quote_comes_at_most_every_third_turn()
    {
        const string draft = "What do you mean by \"Morning list\"?";
        var context = Gate.Probe(Answer);
        ShownTurn quoted = new(MoveKind.QuoteProbe, "use", "You said \"print the Morning list\". What happened next?");
        ShownTurn plain = new(MoveKind.Probe, "use", "Where is it kept?");
        Assert.True(Has("R7", draft, context with { Shown = [quoted, plain] }));
        Assert.False(Has("R7", draft, context with { Shown = [quoted, plain, plain] }));
    }

    [Theory]
    [InlineData(Intent.Decline, MoveKind.Probe, true)]
    [InlineData(Intent.Skip, MoveKind.QuoteProbe, true)]
    [InlineData(Intent.Skip, MoveKind.CoreQuestion, false)]
    [InlineData(Intent.Stop, MoveKind.CoreQuestion, true)]
    [InlineData(Intent.Answer, MoveKind.Probe, false)]
    public void R15_honours_a_refusal(Intent intent, MoveKind move, bool blocks) =>
        Assert.Equal(blocks, Has("R15", "What happened next?", Gate.Probe("No.") with { Move = move, LastIntent = intent }));

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(1, 7, false)]
    [InlineData(2, 2, true)]
    [InlineData(0, 8, true)]
    public void R16_holds_the_probe_budget(int inTopic, int inAll, bool blocks) =>
        Assert.Equal(blocks, Has("R16", "What happened next?", Gate.Probe(Answer) with { ProbesInTopic = inTopic, ProbesInAll = inAll }));

    [Fact]
    public void R16_goes_on_after_two_short_answers() => Assert.True(Has("R16", "What happened next?", Gate.Probe("Not much.", "No idea, sorry.")));

    [Theory]
    [InlineData("What did Priya do next?", true)]
    [InlineData("What did the gate do next?", false)]
    [InlineData("What is your password for it?", true)]
    [InlineData("How are password resets done?", false)]
    public void R20_asks_for_roles_and_shows_no_name(string draft, bool blocks) =>
        Assert.Equal(blocks, Has("R20", draft, Gate.Probe(Answer) with { Names = ["Priya Nair"] }));

    [Theory]
    [InlineData("What happened next? c-a-n-a-r-y 7 7", true)]
    [InlineData("What about \u0441anary77?", true)]
    [InlineData("What happens with {product}?", true)]
    [InlineData("What happened next?", false)]
    public void R21_lets_no_secret_through_in_any_spelling(string draft, bool blocks) =>
        Assert.Equal(blocks, Has("R21", draft, Gate.Probe(Answer) with { Secrets = ["Canary77"] }));

    [Fact]
    public void R14_a_closed_topic_stays_closed() =>
        Assert.True(Has("R14", "What happened next?", Gate.Probe(Answer) with { Topic = "use", ClosedTopics = ["use"] }));

    [Fact]
    public void R14_a_general_probe_may_come_again_in_another_topic()
    {
        ShownTurn earlier = new(MoveKind.Probe, "use", "What happened next?");
        Assert.False(Has("R14", "What happened next?", Gate.Probe(Answer) with { Topic = "plan", Shown = [earlier] }));
        Assert.True(Has("R14", "What happened next?", Gate.Probe(Answer) with { Topic = "use", Shown = [earlier] }));
    }

    [Theory]
    [InlineData("Noted. What happened next?", true)]
    [InlineData("Thanks. What happened next?", false)]
    public void R13_never_the_same_acknowledgement_twice_running(string draft, bool blocks) =>
        Assert.Equal(blocks, Has("R13", draft, Gate.Probe(Answer) with { Shown = [new(MoveKind.CoreQuestion, "use", "Noted. What comes first?")] }));

    [Theory]
    [InlineData(Intent.Distress, true)]
    [InlineData(Intent.SecurityOrLegal, true)]
    [InlineData(Intent.Answer, false)]
    public void R24_asks_nothing_after_an_alarm(Intent intent, bool blocks) =>
        Assert.Equal(blocks, Has("R24", "What happened next?", Gate.Probe(Answer) with { LastIntent = intent }));

    [Theory]
    [InlineData(MoveKind.SafetyText, "A person will read this now. Nothing more is asked.")]
    [InlineData(MoveKind.Pause, "That is fine. The same link brings you back to this question.")]
    [InlineData(MoveKind.ConfirmDelete, "Shall everything you said here be deleted? Type \"delete\" or \"keep\".")]
    [InlineData(MoveKind.AskConsent, "Is it okay to start?")]
    public void A_fixed_text_is_not_judged_as_a_question(MoveKind move, string text) =>
        Assert.False(Gate.Real.Check(text, Gate.Probe(Answer) with { Move = move }).Blocks);

    private static bool Has(string rule, string draft, DraftContext context) =>
        Gate.Real.Check(draft, context).Breaches.Any(breach => breach.Rule == rule && breach.Severity == RuleSeverity.Blocks);
}
