using System.Text.Json;
using InterviewAgent.Insights.Digests;

namespace InterviewAgent.Tests.Insights.Digests;

/// <summary>What a model may say in a digest.</summary>
public sealed class CitedSentencesTests
{
    private static readonly Dictionary<string, string> Facts = new()
    {
        ["f1"] = "silent sufferer · 2 people, 1 account · day 74", ["f2"] = "Work still runs outside the product: 2 people, last on 3 Nov 2026.", ["f3"] = "Little value is seen in it: one person.",
    };

    [Theory]
    [InlineData("Two people still work outside the product, last on 3 Nov 2026.", true, "f2")]
    [InlineData("It is day 74 and one account.", true, "f1")]
    [InlineData("1 person sees little value in it.", true, "f3")]
    [InlineData("Three people still work outside the product.", false, "f2")]
    [InlineData("On day 74 two people still work outside the product.", false, "f2")]
    [InlineData("Work still runs outside the product.", false)]
    [InlineData("Work still runs outside the product.", false, "f2", "f9")]
    [InlineData("They say \"we go back to our sheet\".", false, "f2")]
    [InlineData("They say “we go back”.", false, "f2")]
    [InlineData("See https://example.com.", false, "f2")]
    [InlineData("<b>Work</b> runs outside.", false, "f2")]
    [InlineData("", false, "f2")]
    public void A_sentence_stands_that_cites_facts_and_says_no_number_they_do_not(string text, bool stands, params string[] cited) =>
        Assert.Equal(stands ? [text] : [], CitedSentences.Of(Answer((text, cited)), Facts));

    [Fact]
    public void The_uncited_is_dropped_and_the_rest_stays() => Assert.Equal(
        ["Work still runs outside the product."],
        CitedSentences.Of(Answer(("They will churn.", []), ("Work still runs outside the product.", ["f2"])), Facts));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"sentences\":3}")]
    public void Nothing_usable_is_nothing(string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Empty(CitedSentences.Of(document.RootElement, Facts));
        Assert.Empty(CitedSentences.Of(null, Facts));
    }

    private static JsonElement Answer(params (string Text, string[] Facts)[] sentences) =>
        JsonSerializer.SerializeToElement(new { sentences = sentences.Select(one => new { text = one.Text, facts = one.Facts }) });
}
