using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Tests.Analysis.Language;

public sealed class SplitSentencesTests
{
    [Theory]
    [InlineData("We print it. Then we wait!", new[] { "We print it.", "Then we wait!" })]
    [InlineData("opened it. then the group", new[] { "opened it.", "then the group" })]
    [InlineData("Dr. Meyer signs. I don't.", new[] { "Dr. Meyer signs.", "I don't." })]
    [InlineData("It starts at 7.15 on the dot.", new[] { "It starts at 7.15 on the dot." })]
    [InlineData("'When is it ready?' she asked.", new[] { "'When is it ready?' she asked." })]
    [InlineData("one line\nanother line", new[] { "one line", "another line" })]
    [InlineData("  ", new string[0])]
    public void A_text_parts_where_a_reader_would_part_it(string text, string[] sentences) =>
        Assert.Equal(sentences, SplitSentences.Of(text).Select(part => text[part.Start..part.End]));
}
