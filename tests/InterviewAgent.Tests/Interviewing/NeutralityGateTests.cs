using InterviewAgent.Interviewing;

namespace InterviewAgent.Tests.Interviewing;

public class NeutralityGateTests
{
    [Theory]
    [InlineData("What has happened with Rotara in your work since we last talked?")]
    [InlineData("Which piece of your work, if any, now depends on Rotara?")]
    [InlineData("How is dispatch being done this week?")]
    [InlineData("How will you know that this rollout is finished?")]
    [InlineData("What, if anything, is different from what you expected at the start?")]
    [InlineData("Tell me about something that moved forward.")]
    [InlineData("Tell me about something that did not move.")]
    [InlineData("Which role decides on the next step?")]
    public void A_question_of_the_policy_passes_as_a_core_question(string question) =>
        Assert.Empty(Gate.Broken(question, Gate.Core() with { Shown = [] }));

    [Theory]
    [InlineData("What happened next?")]
    [InlineData("What did that look like in practice?")]
    [InlineData("Tell me about the most recent time.")]
    [InlineData("What do you mean by 'the morning list'?")]
    [InlineData("What else, if anything?")]
    [InlineData("Who else was involved, by role?")]
    public void A_probe_of_the_policy_passes(string probe) =>
        Assert.Empty(Gate.Broken(probe, Gate.Probe("We print the morning list before anyone opens it.")));

    [Theory]
    [InlineData("What have I not asked that matters?", MoveKind.Close)]
    [InlineData("What have I not asked that matters?", MoveKind.CoreQuestion)]
    [InlineData("What would you change or take out?", MoveKind.AskChange)]
    public void A_last_question_of_the_policy_passes(string question, MoveKind move) =>
        Assert.Empty(Gate.Broken(question, Gate.Core() with { Move = move, Shown = [] }));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    [InlineData("\ud800")]
    [InlineData("??!?")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("𝓦𝓱𝓪𝓽 happened?")]
    [InlineData("\0\u200b\ufeff")]
    public void No_text_makes_it_throw(string draft)
    {
        Gate.Real.Check(draft, Gate.Probe());
        Gate.Real.Check(draft, DraftContext.ForTranscript([draft], [draft]));
    }

    [Fact]
    public void An_empty_draft_is_blocked() => Assert.True(Gate.Real.Check("", Gate.Probe()).Blocks);

    [Fact]
    public void The_place_of_a_breach_is_given_in_the_draft_as_it_was_written()
    {
        const string draft = "\u200bWhat happened?\u200b That\u2019s great.";
        var breach = Gate.Real.Check(draft, Gate.Probe()).Breaches.First(breach => breach.Rule == "R5");
        Assert.Equal("That\u2019s great", draft.Substring(breach.Start, breach.Length));
    }

    [Fact]
    public void The_version_is_the_same_for_the_same_lists_and_rules() =>
        Assert.Equal(Gate.Real.RulesVersion, NeutralityGate.Load(Gate.Prompts).RulesVersion);
}
