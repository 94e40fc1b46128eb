using InterviewAgent.Insights.SubThemes;
using InterviewAgent.Privacy;

namespace InterviewAgent.Tests.Insights.SubThemes;

public sealed class ProposeNameTests
{
    private static readonly Guid Ann = Guid.NewGuid(), Ben = Guid.NewGuid(), Here = Guid.NewGuid(), There = Guid.NewGuid();

    private static readonly GroupedQuote[] Quotes =
    [
        Quote(Ann, Here, "I keep my own sheet for the roster."), Quote(Ben, There, "Their own sheets decide."), Quote(Ann, Here, "We print the roster."),
    ];

    [Theory]
    [InlineData("Own sheet", new[] { 1, 2 }, true)]
    [InlineData("Own sheets for the roster", new[] { 1, 2 }, true)]
    [InlineData("Shadow planning", new[] { 1, 2 }, false)] // Words that nobody used.
    [InlineData("Own sheet", new[] { 1 }, false)] // One person's.
    [InlineData("Roster", new[] { 1, 3 }, false)] // One person's, twice.
    [InlineData("Own sheet", new[] { 1, 9, 0, -1 }, false)]
    [InlineData("Own sheet 2026", new[] { 1, 2 }, false)]
    [InlineData("", new[] { 1, 2 }, false)]
    public void A_proposed_name_consists_of_words_of_two_people_in_two_accounts(string name, int[] from, bool taken) =>
        Assert.Equal(taken, ProposeName.IsOfTheirWords(name, from, Quotes));

    private static GroupedQuote Quote(Guid person, Guid account, string words) =>
        new(account, person, "operational.old-workflow", Guid.NewGuid(), new WordSpan(Guid.NewGuid(), 0, words.Length), new DateOnly(2026, 5, 1), words, ["", "spreadsheet"]);
}
