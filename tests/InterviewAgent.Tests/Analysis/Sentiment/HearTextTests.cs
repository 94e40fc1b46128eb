using InterviewAgent.Analysis;

namespace InterviewAgent.Tests.Analysis.Sentiment;

public sealed class HearTextTests
{
    private static readonly HearText Ear = HearText.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));

    [Theory]
    [InlineData("I used to swear by this console, but now I avoid it, it is awful.", -1)]
    [InlineData("Back then I found the screen dreadful, now I enjoy it.", 1)]
    [InlineData("I thought the report would be brilliant, but it wasn't.", -1)]
    [InlineData("We were told it would be a disaster, and it is excellent.", 1)]
    [InlineData("Most people find it charming, I find it useless.", -1)]
    [InlineData("My boss hates it, but I love it.", 1)]
    [InlineData("I wouldn't say, after three months of it, that the import is good.", -1)]
    [InlineData("The screen is not terrible.", 0)]
    [InlineData("Would I call it a pleasant tool? No.", -1)]
    [InlineData("The former tool was horrible.", 0)]
    [InlineData("It arrives on a Tuesday.", 0)]
    public void The_speakers_own_present_opinion_is_the_one_that_counts(string text, int polarity) =>
        Assert.Equal(polarity, Ear.Of(text).Polarity);

    [Fact]
    public void Two_opposite_opinions_in_one_sentence_are_heard_as_mixed() =>
        Assert.True(Ear.Of("The search is excellent but the export is a nightmare.").IsMixed);

    [Fact]
    public void A_text_that_judges_nothing_is_not_mixed() => Assert.False(Ear.Of("We open it at seven and close it at five.").IsMixed);

    [Fact]
    public void A_happier_text_scores_higher() =>
        Assert.True(Ear.Of("This is wonderful, I love it!").Score > Ear.Of("It has a handle.").Score && Ear.Of("It has a handle.").Score > Ear.Of("Awful, it broke and I hate it.").Score);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("?!…")]
    [InlineData("\ud800")]
    public void A_text_without_words_is_neutral(string text)
    {
        var heard = Ear.Of(text);
        Assert.Equal(0, heard.Polarity);
        Assert.True(double.IsFinite(heard.Score));
    }
}
