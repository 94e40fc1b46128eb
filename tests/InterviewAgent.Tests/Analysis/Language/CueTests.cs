using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Tests.Analysis.Language;

public sealed class CueTests
{
    private static readonly ReadAnswers Answers =
        new(CodingLexicon.Load(Path.Combine(AppContext.BaseDirectory, "prompts")).Cues);

    [Theory]
    [InlineData("The app doesn't crash on the ward.", "crash")]
    [InlineData("Nobody on nights has ever lost a row.", "lost")]
    [InlineData("it never freezes", "freezes")]
    public void A_negation_reaches_the_words_after_it(string text, string word) =>
        Assert.True(CuesAt(text, word).HasFlag(Cue.Negated));

    [Fact]
    public void A_negation_ends_with_its_clause() =>
        Assert.False(CuesAt("I don't mind the colours, but the import fails every night.", "fails").HasFlag(Cue.Negated));

    [Theory]
    [InlineData("Our former tool crashed every Monday.", "crashed", nameof(Cue.FormerTool))]
    [InlineData("Another vendor's portal is down half the week.", "down", nameof(Cue.OtherVendor))]
    [InlineData("They fixed the import on Thursday.", "import", nameof(Cue.Fixed))]
    [InlineData("There's a rumour the Leeds people print it.", "print", nameof(Cue.Hearsay))]
    [InlineData("If the feed broke we would phone.", "broke", nameof(Cue.Hypothetical))]
    [InlineData("At some point we will train the others.", "train", nameof(Cue.Vague))]
    [InlineData("We used to print the list.", "print", nameof(Cue.Past))]
    public void A_word_carries_what_colours_it(string text, string word, string cue) =>
        Assert.True(CuesAt(text, word).HasFlag(Enum.Parse<Cue>(cue)));

    private static Cue CuesAt(string text, string word)
    {
        var sentence = Assert.Single(Answers.Sentences(text, 0, 1));
        return sentence.CuesAt(Array.FindIndex(sentence.Tokens, token => token.Text == word));
    }
}
