using FsCheck;
using FsCheck.Fluent;
using InterviewAgent.Analysis.Quotes;

namespace InterviewAgent.Tests.Analysis.Quotes;

public sealed class LocateQuoteTests
{
    private static readonly string[] Pieces =
        ["a", "B", "é", "e\u0301", "\u00df", "ﬁ", "“", "\"", "’", "'", "–", "-", " ", "\u00a0", "\t", "\n", "\u200b", "\ufeff", "👩‍👩‍👧", "\ud83d", "\udc00", "\ufffe", "\ufdd0", "İ", "ı", "한", "ᄒ", "ᅡ", "x\u0300\u0301", "ǅ", "\0", "٣", "％"];

    [Theory]
    [InlineData("I said: “it’s  slow” – twice.", "\"it's slow\" - twice", "“it’s  slow” – twice")]
    [InlineData("Le cafe\u0301 is closed", "CAFÉ", "cafe\u0301")]
    [InlineData("one\u00a0two", "one two", "one\u00a0two")]
    [InlineData("soft\u00adware", "software", "soft\u00adware")]
    [InlineData("\u00e9t\u00e9\ufffe it is slow", "it is slow", "it is slow")]
    public void Words_are_found_across_case_space_quotes_dashes_and_unicode_form(string text, string quote, string cut)
    {
        var place = LocateQuote.In(text, quote);
        Assert.NotNull(place);
        Assert.Equal(cut, text.Substring(place.Value.Start, place.Value.Length));
    }

    [Fact]
    public void Words_that_were_not_said_have_no_place() => Assert.Null(LocateQuote.In("It works.", "It does not work."));

    [Fact]
    public void An_empty_quote_has_no_place() => Assert.Null(LocateQuote.In("It works.", " \u200b "));

    [Fact]
    public void Every_part_of_a_hostile_text_is_found_and_the_place_folds_to_what_was_sought()
    {
        var texts = Gen.ArrayOf(Gen.Elements(Pieces)).Select(string.Concat);
        Prop.ForAll(texts.ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), (text, from, length) =>
        {
            from = Math.Min(from, text.Length);
            var quote = text.Substring(from, Math.Min(length, text.Length - from));
            if (new FoldedText(quote).Folded.Trim().Length == 0) return true;
            // A part cut inside a user-perceived character is another character: it need not be found.
            return LocateQuote.In(text, quote) is not { } place
                || new FoldedText(text.Substring(place.Start, place.Length)).Folded.Contains(new FoldedText(quote).Folded.Trim(), StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_whole_of_a_hostile_text_is_always_found()
    {
        var texts = Gen.ArrayOf(Gen.Elements(Pieces)).Select(string.Concat);
        Prop.ForAll(texts.ToArbitrary(), text => new FoldedText(text).Folded.Trim().Length == 0 || LocateQuote.In(text, text) is not null)
            .QuickCheckThrowOnFailure();
    }
}
