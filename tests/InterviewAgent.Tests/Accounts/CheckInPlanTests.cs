using FsCheck;
using FsCheck.Fluent;
using InterviewAgent.Accounts;

namespace InterviewAgent.Tests.Accounts;

public sealed class CheckInPlanTests
{
    private static readonly DateOnly Signed = new(2026, 3, 2);
    private static readonly CheckInOptions Options = new();

    [Fact]
    public void The_two_panels_are_asked_on_their_days()
    {
        Assert.Equal([14, 60, 150], Plan(Person(Role.Buyer, Panel.A), everyDays: 1).Select(Day));
        Assert.Equal([30, 90, 150], Plan(Person(Role.EndUser, Panel.B), everyDays: 1).Select(Day));
    }

    [Fact]
    public void Nobody_is_asked_twice_within_21_days_whenever_the_plan_runs() => Prop.ForAll(
        Gen.Choose(1, 40).NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary(), Gen.Elements(Panel.A, Panel.B).ToArbitrary(),
        (int[] steps, Panel panel) =>
        {
            var days = Plan(Person(Role.Champion, panel), steps).Select(Day).Order().ToArray();
            return days.Zip(days.Skip(1)).All(pair => pair.Second - pair.First >= Options.LeastDaysBetween)
                && days.Distinct().Count() == days.Length;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Also_an_imported_interview_keeps_its_distance() => Prop.ForAll(
        Gen.Choose(0, 170).ToArbitrary(), day =>
        {
            var person = Person(Role.Admin, Panel.A);
            CheckIn held = new()
            {
                RespondentId = person.Id, Checkpoint = Checkpoint.Day30, Due = Signed.AddDays(day),
                CompletedAt = new DateTimeOffset(Signed.AddDays(day), TimeOnly.MinValue, TimeSpan.Zero),
            };
            return Plan(person, [1], held).Where(checkIn => checkIn != held).All(checkIn => Math.Abs(Day(checkIn) - day) >= 21);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_account_with_two_people_on_a_side_hears_that_side_at_every_checkpoint() => Prop.ForAll(
        Gen.Elements(Enum.GetValues<Role>()).NonEmptyListOf().ToArbitrary(), roles =>
        {
            List<Respondent> people = [];
            foreach (var role in roles)
            {
                people.Add(Person(role, Panels.For(role, people, [])));
            }

            return people.GroupBy(person => person.Role.Side()).All(side => side.Count() < 2
                || Enum.GetValues<Checkpoint>().All(checkpoint =>
                    side.SelectMany(person => Plan(person, [1])).Any(checkIn => checkIn.Checkpoint == checkpoint)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_buyer_and_one_user_are_heard_at_different_checkpoints()
    {
        var buyer = Person(Role.Buyer, Panels.For(Role.Buyer, [], []));
        Assert.NotEqual(buyer.Panel, Panels.For(Role.EndUser, [buyer], []));
    }

    [Fact]
    public void A_person_stays_in_the_panel_in_which_they_were_heard() =>
        Assert.Equal(Panel.B, Panels.For(Role.Buyer, [], [Checkpoint.Day30, Checkpoint.Day90, Checkpoint.Day14]));

    [Fact]
    public void A_role_may_be_asked_less_often()
    {
        CheckInOptions fewer = new() { ByRole = { ["admin"] = "month-5" } };
        var today = Signed.AddDays(14);
        Assert.Empty(CheckInPlan.Missing(Signed, Person(Role.Admin, Panel.A), [], fewer, today));
        Assert.Single(CheckInPlan.Missing(Signed, Person(Role.Buyer, Panel.A), [], fewer, today));
    }

    [Fact]
    public void What_was_missed_long_ago_is_not_asked_any_more() =>
        Assert.Empty(CheckInPlan.Missing(Signed, Person(Role.Buyer, Panel.A), [], Options, Signed.AddDays(14 + Options.DaysLate + 1)));

    private static List<CheckIn> Plan(Respondent person, int everyDays) => Plan(person, [everyDays]);

    // The plan is made again and again, at the given steps of days, until the window of the last checkpoint has passed.
    private static List<CheckIn> Plan(Respondent person, int[] steps, params CheckIn[] known)
    {
        List<CheckIn> made = [.. known];
        for (var (day, step) = (0, 0); day <= 170; day += Math.Max(1, steps[step++ % steps.Length]))
        {
            made.AddRange(CheckInPlan.Missing(Signed, person, [.. made], Options, Signed.AddDays(day)));
        }

        return made;
    }

    private static int Day(CheckIn checkIn) => checkIn.Due.DayNumber - Signed.DayNumber;

    private static Respondent Person(Role role, Panel panel) => new() { ExternalId = "p", Role = role, Panel = panel };
}
