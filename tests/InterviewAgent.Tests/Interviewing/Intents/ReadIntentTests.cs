using System.Text.Json;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Intents;
using InterviewAgent.Tests.Architecture;

namespace InterviewAgent.Tests.Interviewing.Intents;

public sealed class ReadIntentTests
{
    private static readonly IntentLexicon Lexicon = IntentLexicon.Load(Prompts.Folder);
    private static readonly ReadIntent Read = new(Lexicon, LanguageDetector.Load(Prompts.Folder));

    [Theory]
    [InlineData("dev", 0.97)]
    [InlineData("test", 0.90)]
    public void Labelled_messages_are_read_as_labelled(string split, double floor)
    {
        var items = Items().Where(item => item.Split == split).ToList();
        var wrong = items.Where(item => Read.Of(item.Text, item.Asked) != item.Intent)
            .Select(item => $"{item.Intent} was read as {Read.Of(item.Text, item.Asked)} after {item.Asked}: {item.Text}").ToList();
        var right = 1 - (double)wrong.Count / items.Count;
        Assert.True(right >= floor, $"{right:P1} of {items.Count} ({split})\n" + string.Join('\n', wrong));
    }

    [Fact]
    public void Every_pattern_reads_its_examples_and_leaves_its_near_misses()
    {
        List<string> wrong = [];
        foreach (var pattern in Lexicon.Patterns)
        {
            var asked = pattern.Entry.When.Count == 0 ? Asked.Question : pattern.Entry.When[0];
            bool Matches(string text) => Message.From(text) is var message && pattern.Matches(message, Lexicon.WithoutFillers(message.Whole), asked);
            wrong.AddRange(pattern.Entry.Examples.Where(text => !Matches(text)).Select(text => $"{pattern.Entry.Intent} misses: {text}"));
            wrong.AddRange(pattern.Entry.Not.Where(Matches).Select(text => $"{pattern.Entry.Intent} takes: {text}"));
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<Item> Items()
    {
        var path = Path.Combine(Source.Root, "evals", "sets", "intents", "items.jsonl");
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };
        return File.ReadLines(path).Select(line => JsonSerializer.Deserialize<Item>(line, options)!);
    }

    private sealed record Item(string Id, Asked Asked, string Text, Intent Intent, string Split);
}
