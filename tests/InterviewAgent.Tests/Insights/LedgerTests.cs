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
    public void The_old_workflow_is_alive_in_a_role_while_one_persons_last_word_says_so()
    {
        var words = OldWorkflow.Of(Heard.Account("green",
            Heard.Interview("u1", 30, "operational.old-workflow/2"), Heard.Interview("u2", 90, "commitment.retire-old-process=done"),
            Heard.Interview("b1", 30, "operational.old-workflow/1"), Heard.Interview("b1", 60, "commitment.retire-old-process=done")));
        Assert.Equal([(Role.EndUser, 1, 1), (Role.Buyer, 0, 1)], words.Select(word => (word.Role, word.Alive, word.Retired)));
        Assert.Equal(new DateOnly(2026, 2, 4), words[0].On);
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
}
