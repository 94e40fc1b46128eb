using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Moves;

namespace InterviewAgent.Tests.Interviewing.Moves;

public sealed class PickQuoteTests
{
    private static readonly AssessAnswer Assess = AssessAnswer.Load(Prompts.Folder);
    private static readonly Respondent[] People = [new() { ExternalId = "1", Name = "Marta Quintela" }];

    [Theory]
    [InlineData("It works, mostly in my own sheet, and then I copy it over.", "mostly in my own sheet")]
    [InlineData("Leadership is aligned. The rest follows.", "Leadership is aligned")]
    [InlineData("the second line went back to paper", "the second line went back to paper")]
    [InlineData("1) export 2) clean in excel 3) import", "clean in excel")]
    [InlineData("Copying it over by hand, mostly.", "Copying it over by hand")]
    public void A_salient_clause_is_cut_as_it_was_written(string answer, string quote) =>
        Assert.Equal(quote, Assess.Of(answer, People).Quote);

    [Theory]
    [InlineData("We do not, as they said, work in my own sheet.")] // the negation stands before
    [InlineData("Marta keeps it in a spreadsheet.")] // a name that is known
    [InlineData("then Jonas went back to paper.")] // a capital inside a clause may be a name
    [InlineData("We keep every single one of the orders that we ever took in a big spreadsheet")] // too long
    [InlineData("If it was a spreadsheet it would be easy.")] // not something that happened
    [InlineData("When the whiteboard is gone I guess.")]
    [InlineData("<b>my own sheet</b>")]
    [InlineData("Jonas does it by hand.")] // a name that opens its sentence
    public void What_the_rule_forbids_is_not_quoted(string answer) => Assert.Null(Assess.Of(answer, People).Quote);
}
