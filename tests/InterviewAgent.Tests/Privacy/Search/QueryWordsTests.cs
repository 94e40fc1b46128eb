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

    [Theory]
    [InlineData("d\u00e9j\u00e0 vu \uFFFE sheet")]
    [InlineData("d\u00e9j\u00e0 vu \uD83D sheet")]
    public void A_character_without_a_normal_form_keeps_no_word_from_being_found(string text) => Assert.True(QueryWords.AllIn(text, ["sheet", "deja"]));

    [Fact]
    public void What_is_typed_may_be_cut_within_a_sign() => Assert.Equal(["sheet"], QueryWords.Of("sheet " + new string('.', 993) + "\U0001F600"));

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
