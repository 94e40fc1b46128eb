using FsCheck;
using FsCheck.Fluent;
using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Invitations;

namespace InterviewAgent.Tests.Interviewing.Invitations;

public class BurdenGovernorTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly BurdenGovernor Governor = new(new(), new());

    [Theory]
    [InlineData(Reason.Completed)]
    [InlineData(Reason.Declined)]
    [InlineData(Reason.BrokeOff)]
    [InlineData(Reason.NeverContact)]
    public void What_is_over_is_never_asked_again(Reason closed) =>
        Assert.Equal((null, closed, null), One(Due() with { Closed = closed }));

    [Fact]
    public void A_due_check_in_is_asked() => Assert.Equal((InvitationKind.Invitation, Reason.Ask, Monday.AddHours(1)), One(Due()));

    [Fact]
    public void Before_its_day_it_waits_for_the_morning_of_that_day() =>
        Assert.Equal((null, Reason.NotYetDue, Monday.AddDays(1).AddHours(-1)), One(Due() with { Due = new(2026, 11, 24) }));

    [Fact]
    public void The_day_is_that_of_the_persons_calendar()
    {
        var late = new DateTimeOffset(2026, 11, 23, 20, 0, 0, TimeSpan.Zero); // Tuesday, nine in the morning, in Auckland
        Assert.Equal(Reason.Ask, One(Due() with { Due = new(2026, 11, 24), TimeZone = "Pacific/Auckland" }, late).Reason);
    }

    [Fact]
    public void Not_now_is_quiet_until_the_day_it_names() =>
        Assert.Equal((null, Reason.Paused, Monday.AddDays(7)), One(Due() with { PausedUntil = Monday.AddDays(7) }));

    [Fact]
    public void Who_was_asked_in_another_check_in_rests_for_21_days()
    {
        Assert.Equal(Reason.AskedLately, One(Due() with { OtherAsked = Monday.AddDays(-20) }).Reason);
        Assert.Equal(Reason.Ask, One(Due() with { OtherAsked = Monday.AddDays(-21) }).Reason);
    }

    [Fact]
    public void Of_two_open_check_ins_of_one_person_one_is_asked()
    {
        var (first, second) = (Due(), Due() with { Due = new(2026, 11, 20) });
        second = second with { RespondentId = first.RespondentId, AccountId = first.AccountId };
        var decisions = Decide([first, second], new(8));
        Assert.Equal([Reason.Ask, Reason.AskedLately], decisions.Select(decision => decision.Reason));
        Assert.Equal(second, decisions[0].Candidate);
    }

    [Fact]
    public void Reminders_follow_after_three_and_seven_working_days_and_then_nothing()
    {
        var invited = Due() with { InvitedAt = Monday, Asked = Kinds(InvitationKind.Invitation) };
        Assert.Equal((null, Reason.ReminderLater, Monday.AddDays(3).AddHours(-1)), One(invited));
        Assert.Equal(InvitationKind.Reminder1, One(invited, Monday.AddDays(3)).Ask);
        var reminded = invited with { Asked = Kinds(InvitationKind.Invitation, InvitationKind.Reminder1) };
        Assert.Equal(InvitationKind.Reminder2, One(reminded, Monday.AddDays(9)).Ask);
        var twice = invited with { Asked = Kinds(InvitationKind.Invitation, InvitationKind.Reminder1, InvitationKind.Reminder2) };
        Assert.Equal((null, Reason.RemindersUsed, null), One(twice, Monday.AddDays(20)));
    }

    [Fact]
    public void Whoever_got_a_link_by_hand_is_not_reminded() =>
        Assert.Equal((null, Reason.InvitedByHand, null), One(Due() with { InvitedAt = Monday.AddDays(-9) }));

    [Fact]
    public void The_share_of_an_account_is_split_between_buyers_and_users()
    {
        Candidate[] people = [.. Enumerable.Range(0, 6).Select(number => Due() with { Side = number < 4 ? Side.Buyer : Side.User, Due = new(2026, 11, 10 + number) })];
        var account = Guid.NewGuid();
        var asked = Decide([.. people.Select(person => person with { AccountId = account })], new(8)).Where(decision => decision.Ask is not null).ToList();
        Assert.Equal([10, 11, 14, 15], asked.Select(decision => decision.Candidate.Due.Day));
    }

    [Fact]
    public void A_small_account_is_asked_one_person_at_a_time()
    {
        Assert.Equal(1, Decide([Due()], new(1)).Count(decision => decision.Ask is not null));
        Assert.Equal(Reason.AccountShare, Assert.Single(Decide([Due()], new(3, BuyersAsked: 1))).Reason);
    }

    [Fact]
    public void Over_months_no_rule_is_ever_broken() =>
        Prop.ForAll(Portfolio.Any.ToArbitrary(), portfolio => portfolio.Live(Governor).BreaksNoRule())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static Candidate Due() => new()
    {
        CheckInId = Guid.NewGuid(), AccountId = Guid.NewGuid(), RespondentId = Guid.NewGuid(), Due = new(2026, 11, 23),
    };

    private static HashSet<InvitationKind> Kinds(params InvitationKind[] kinds) => [.. kinds];

    private static IReadOnlyList<Decision> Decide(Candidate[] candidates, AccountBurden burden) =>
        Governor.Decide(candidates, candidates.Select(candidate => candidate.AccountId).Distinct().ToDictionary(id => id, _ => burden), Monday);

    private static (InvitationKind? Ask, Reason Reason, DateTimeOffset? LookAgain) One(Candidate candidate, DateTimeOffset? now = null)
    {
        var decision = Assert.Single(Governor.Decide(
            [candidate], new Dictionary<Guid, AccountBurden> { [candidate.AccountId] = new(4) }, now ?? Monday));
        return (decision.Ask, decision.Reason, decision.LookAgain);
    }
}
