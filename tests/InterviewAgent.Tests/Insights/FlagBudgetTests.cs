using InterviewAgent.Insights;

namespace InterviewAgent.Tests.Insights;

public class FlagBudgetTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Each_manager_has_the_same_budget_and_what_they_closed_this_week_is_off_it()
    {
        OpenFlagFacts[] lind = [Open("A. Lind", 4), Open("A. Lind", 3), Open("A. Lind", 2), Open("A. Lind", 1)];
        var rossi = Open("M. Rossi", 1);
        var week = FlagBudget.Of([.. lind, rossi], closedThisWeek: ["A. Lind"], perManager: 2);
        Assert.Equal([lind[0], rossi], week.Shown);
        Assert.Equal(lind[1..], week.Waiting);
    }

    [Fact]
    public void A_smaller_budget_keeps_what_more_kinds_of_words_carry()
    {
        OpenFlagFacts[] flags = [Open("A. Lind", 1), Open("A. Lind", 3), Open("A. Lind", 2)];
        Assert.Equal([3, 2], FlagBudget.Of(flags, [], 2).Shown.Select(flag => flag.QuotedKinds));
        Assert.Equal(3, Assert.Single(FlagBudget.Of(flags, [], 1).Shown).QuotedKinds);
    }

    [Fact]
    public void The_silent_come_before_the_loud_and_the_newer_before_the_older()
    {
        var loud = Open("A. Lind", 4) with { Kind = FlagKind.AtRisk };
        var old = Open("A. Lind", 2) with { OpenedAt = Monday.AddDays(-30) };
        var fresh = Open("A. Lind", 2);
        Assert.Equal([fresh, old, loud], FlagBudget.InOrder([loud, old, fresh]));
    }

    [Fact]
    public void Flags_that_nobody_owns_share_one_budget() =>
        Assert.Equal(2, FlagBudget.Of([Open(null, 1), Open(null, 1), Open(null, 1)], [], 2).Shown.Count);

    [Theory]
    [InlineData("2026-03-02T00:00:00Z")]
    [InlineData("2026-03-05T12:30:00Z")]
    [InlineData("2026-03-08T23:59:59Z")]
    [InlineData("2026-03-09T00:30:00+01:00")]
    public void A_week_begins_on_Monday(string now) =>
        Assert.Equal(Monday, FlagBudget.WeekOf(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));

    private static OpenFlagFacts Open(string? owner, int quoted) => new(Guid.CreateVersion7(), FlagKind.SilentSufferer, owner, Monday, quoted, People: 1);
}
