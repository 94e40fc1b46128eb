using InterviewAgent.Accounts;
using InterviewAgent.Insights.CallNotes;

namespace InterviewAgent.Tests.Insights.CallNotes;

/// <summary>The buyer knows who works there: may a matter be named so that nobody is pointed at?</summary>
public sealed class MayBeNamedTests
{
    [Theory]
    [InlineData(1, 8, false)]
    [InlineData(2, 8, false)] // Two are guessed.
    [InlineData(3, 8, true)]
    [InlineData(3, 5, true)]
    [InlineData(3, 4, false)] // A side of four.
    [InlineData(4, 5, false)] // All but one say it.
    [InlineData(5, 5, false)] // Everybody says it, so it is known of each.
    public void Three_of_a_side_of_five_with_two_who_have_not_said_it(int speakers, int users, bool may) =>
        Assert.Equal(may, MayBeNamed.WithoutAPerson(Said(speakers, Role.EndUser), People(users, Role.EndUser)));

    [Fact]
    public void Each_side_hides_its_own_speakers()
    {
        List<Respondent> people = [.. People(8, Role.EndUser), .. People(2, Role.Buyer)];
        Assert.True(MayBeNamed.WithoutAPerson(Said(3, Role.EndUser), people));
        Assert.False(MayBeNamed.WithoutAPerson([.. Said(3, Role.EndUser), .. Said(1, Role.Buyer)], people));
    }

    [Fact]
    public void One_person_at_three_check_ins_is_one_person()
    {
        var person = Guid.CreateVersion7();
        Assert.False(MayBeNamed.WithoutAPerson([.. Enumerable.Range(0, 3).Select(n => new HeardSaid("technical.data", person, Role.EndUser, new(2026, 3, 1 + n)))], People(8, Role.EndUser)));
    }

    private static List<HeardSaid> Said(int people, Role role) =>
        [.. Enumerable.Range(0, people).Select(_ => new HeardSaid("technical.data", Guid.CreateVersion7(), role, new(2026, 3, 1)))];

    private static List<Respondent> People(int people, Role role) => [.. Enumerable.Range(0, people).Select(n => new Respondent { ExternalId = $"{n}", Role = role })];
}
