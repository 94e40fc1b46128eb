using InterviewAgent.Insights.SubThemes;

namespace InterviewAgent.Tests.Insights.SubThemes;

public sealed class FindTermsTests
{
    [Theory]
    [InlineData("I keep my own sheet.", "spreadsheet")]
    [InlineData("we email the xls round at 4 like always", "spreadsheet")]
    [InlineData("The excel with the macros decides.", "spreadsheet")]
    [InlineData("The interface drops the cost centre.", "connection")]
    [InlineData("Half the drivers can't log-in on the tablet.", "sign-in")]
    public void Words_that_mean_the_same_are_one_term(string words, string term) => Assert.Contains(term, Terms(words).Counted);

    [Fact]
    public void What_says_nothing_by_itself_is_no_term() => Assert.Empty(Terms("It was the same thing every day, and everybody's time.").Counted);

    [Fact]
    public void Names_of_people_places_and_products_are_no_terms()
    {
        Assert.DoesNotContain(Terms("We sent it to Rotterdam and Melinda put it into Rotara.").All, term => term is "rotterdam" or "melinda" or "rotara");
        Assert.DoesNotContain(Terms("Then [a colleague] prints it.").All, term => term.StartsWith("colleagu", StringComparison.Ordinal) || term == "staff");
    }

    [Fact]
    public void A_word_that_no_dictionary_knows_is_no_term() =>
        Assert.DoesNotContain(Terms("The zxqv7 order-4711 blorped.").All, term => term.Contains("blorp", StringComparison.Ordinal) || term.Contains("4711", StringComparison.Ordinal));

    [Fact]
    public void A_quote_is_counted_under_few_terms_however_long_it_is() => Assert.Equal(FindTerms.Most, Terms(string.Join(' ', Enumerable.Repeat(
        "The printer, the scanner, the forecast, the interface, the licence, the training, the audit, the invoice and the warehouse.", 500))).Counted.Count);

    private static QuoteTerms Terms(string words) => Groups.Words.Terms.Of(words);
}
