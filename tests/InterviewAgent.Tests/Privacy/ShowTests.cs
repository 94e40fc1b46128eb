using InterviewAgent.Privacy;

namespace InterviewAgent.Tests.Privacy;

public class ShowTests
{
    private const string Text = "We plan in the sheet. The boss may not know.";
    private static readonly WordSpan First = new(Guid.Empty, 0, 21);
    private static readonly WordSpan Second = new(Guid.Empty, 22, 22);
    private static readonly WordSpan Both = new(Guid.Empty, 0, Text.Length);

    [Theory]
    [InlineData(Visibility.WithMyName, true)]
    [InlineData(Visibility.AccountOnly, true)]
    [InlineData(Visibility.TotalsOnly, false)]
    [InlineData(Visibility.Delete, false)]
    public void A_sentence_is_shown_by_the_choice_for_all(Visibility forAll, bool shown) =>
        Assert.Equal(shown, Show.Words(Text, First, new TurnVisibility([], forAll), []) is not null);

    [Fact]
    public void The_choice_for_one_sentence_wins_over_the_choice_for_all()
    {
        var closed = new TurnVisibility([new ChosenWords(22, 22, Visibility.AccountOnly)], Visibility.TotalsOnly);
        var open = new TurnVisibility([new ChosenWords(22, 22, Visibility.TotalsOnly)], Visibility.AccountOnly);
        Assert.Equal("The boss may not know.", Show.Words(Text, Second, closed, []));
        Assert.Null(Show.Words(Text, First, closed, []));
        Assert.Null(Show.Words(Text, Second, open, []));
        Assert.Equal("We plan in the sheet.", Show.Words(Text, First, open, []));
    }

    [Fact]
    public void A_quote_over_two_sentences_is_as_strict_as_the_stricter() =>
        Assert.Null(Show.Words(Text, Both, new TurnVisibility([new ChosenWords(22, 22, Visibility.TotalsOnly)], Visibility.AccountOnly), []));

    [Fact]
    public void What_was_not_read_back_never_carries_a_name_and_keeps_a_stricter_choice()
    {
        Assert.Equal(Visibility.AccountOnly, TurnVisibility.NotReadBack(Visibility.WithMyName));
        Assert.Equal(Visibility.TotalsOnly, TurnVisibility.NotReadBack(Visibility.TotalsOnly));
    }

    [Fact]
    public void A_hidden_sentence_is_blanked_in_its_place()
    {
        var visibility = new TurnVisibility([new ChosenWords(22, 22, Visibility.TotalsOnly)], Visibility.AccountOnly);
        var pieces = Show.Pieces(Text, visibility, [], []).ToList();
        Assert.Equal([new ShownPiece(0, 22, "We plan in the sheet. "), new ShownPiece(22, 22, null)], pieces);
    }

    [Fact]
    public void Pieces_break_where_a_quote_begins_and_ends_and_lose_nothing()
    {
        var pieces = Show.Pieces(Text, new TurnVisibility([], Visibility.AccountOnly), [], [3, 7]).ToList();
        Assert.Equal(["We ", "plan", " in the sheet. The boss may not know."], pieces.Select(piece => piece.Text));
        Assert.Equal(Text.Length, pieces.Sum(piece => piece.Length));
    }

    [Fact]
    public void A_name_is_overlaid_and_the_rest_stays()
    {
        NameMark[] names = [new(26, 4, "[a colleague]")];
        var open = new TurnVisibility([], Visibility.AccountOnly);
        Assert.Equal("The [a colleague] may not know.", Show.Words(Text, Second, open, names));
        Assert.Equal("We plan in the sheet.", Show.Words(Text, First, open, names));
        Assert.Equal("[a colleague] may", Show.Words(Text, new WordSpan(Guid.Empty, 28, 6), open, names));
    }
}
