using InterviewAgent.Privacy.Search;

namespace InterviewAgent.Tests.Privacy.Search;

public class QueryWordsTests
{
    [Theory]
    [InlineData("Our own spreadsheet.", "sheet", false)]
    [InlineData("Our own spread-sheet.", "sheet", true)]
    [InlineData("Sheets", "sheet", true)]
    [InlineData("3rd sheet2", "sheet2", true)]
    [InlineData("kelvin", "\u212Aelvin", false)]
    [InlineData("", "a", false)]
    public void A_word_is_found_where_a_word_begins_with_it(string text, string word, bool found) => Assert.Equal(found, QueryWords.AllIn(text, [word]));

    [Fact]
    public void A_text_that_needs_no_folding_is_compared_as_one_that_does()
    {
        var random = new Random(7);
        string Letters(int most) => new([.. Enumerable.Range(0, 1 + random.Next(most)).Select(_ => "abAB1 -.'"[random.Next(9)])]);
        for (var n = 0; n < 5_000; n++)
        {
            var (text, words) = (Letters(12), QueryWords.Of(Letters(5)));
            Assert.Equal(QueryWords.AllIn(text + " \u00E9", words), QueryWords.AllIn(text, words)); // No word here begins with an e.
        }
    }
}
