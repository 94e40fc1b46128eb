using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Insights;

namespace InterviewAgent.Tests.Insights;

public class LedgerTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Fact]
    public void A_ladder_has_seven_rungs_each_with_its_latest_word_and_age()
    {
        var ladder = CommitmentLadder.Of(Heard.Account("green",
            Heard.Interview("b1", 14, "commitment.training=made"), Heard.Interview("u1", 60, "commitment.training=broken")), Today);
        Assert.Equal(7, ladder.Count);
        var training = ladder.Single(rung => rung.Code == "commitment.training");
        Assert.Equal((CommitmentStatus.Broken, Role.EndUser, 87), (training.Status!.Value, training.Role!.Value, training.AgeDays!.Value));
        Assert.Equal(6, ladder.Count(rung => rung.Status is null));
    }

    [Fact]
    public void The_old_workflow_is_told_by_role_with_the_newest_word()
    {
        var words = OldWorkflow.Of(Heard.Account("green",
            Heard.Interview("u1", 30, "operational.old-workflow/2"), Heard.Interview("b1", 60, "operational.old-workflow/1"),
            Heard.Interview("u2", 90, "commitment.retire-old-process=done")));
        Assert.Equal([(Role.EndUser, false), (Role.Buyer, true)], words.Select(word => (word.Role, word.IsAlive)));
    }

    [Fact]
    public void Coverage_counts_accounts_people_and_the_silent_but_not_those_who_declined()
    {
        var heard = Heard.Account("green", Heard.Interview("u1", 30), Heard.Interview("u1", 60), Heard.Interview("u2", 60)) with
        {
            CheckIns = [Heard.CheckIn("u1", true), Heard.CheckIn("u3", false), Heard.CheckIn("u4", false, declined: true)],
        };
        Assert.Equal(new Coverage(2, 1, 1, 2, 1), Coverage.Of([heard, Heard.Account("green")]));
    }

    [Fact]
    public void A_theme_counts_people_and_accounts_apart_and_says_what_changed()
    {
        var one = Heard.Account("green", Heard.Interview("u1", 90, "technical.data/2"), Heard.Interview("u2", 90, "technical.data/1"));
        var other = Heard.Account("green", Heard.Interview("u1", 14, "trust.output/2")) with { Id = "b" };
        var themes = Themes.Of([one, other], new DateOnly(2026, 3, 1));
        Assert.Equal(
            [new Theme("technical.data", FindingKind.Friction, 1, 2, 0), new Theme("trust.output", FindingKind.Friction, 0, 0, 1)], themes);
        Assert.Equal([ThemeChange.New, ThemeChange.Gone], themes.Select(theme => theme.Change));
    }

    [Fact]
    public void The_silence_ledger_keeps_declining_apart_from_silence() =>
        Assert.Equal(new SilenceLedger(3, 1, 1, 1, 1), SilenceLedger.Of(Heard.Account("green") with
        {
            CheckIns = [Heard.CheckIn("u1", true), Heard.CheckIn("u2", false), Heard.CheckIn("u3", false, declined: true)],
        }));

    [Fact]
    public void Answer_length_is_read_against_the_persons_own_and_needs_two_interviews()
    {
        Assert.Equal(0.5, SilenceLedger.AgainstOwnBaseline([[40, 40, 20], [10, 20, 30]]));
        Assert.Null(SilenceLedger.AgainstOwnBaseline([[40, 40]]));
    }

    [Fact]
    public void Promise_sides_align_or_diverge_and_a_missing_voice_is_never_agreement()
    {
        var buyer = Said("Repeat visits are down, I hear", Role.Buyer, holds: true);
        var user = Said("Every repeat visit goes through my sheet", Role.EndUser, holds: false);
        Assert.Equal(PromiseView.Diverging, View(buyer, user));
        Assert.Equal(PromiseView.Aligned, View(buyer, user with { Holds = true }));
        Assert.Equal(PromiseView.OneSided, View(buyer));
        Assert.Equal(PromiseView.Unknown, View(Said("The canteen is good", Role.EndUser, holds: true)));
    }

    private static PromiseSentence Said(string words, Role role, bool holds) => new("f", words, role, Today, holds);

    private static PromiseView View(params PromiseSentence[] said) =>
        PromiseLedger.Of("Cut repeat technician visits from 19% to 12%", null, said).View;
}
