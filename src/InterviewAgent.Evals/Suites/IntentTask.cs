using InterviewAgent.Evals.Runs;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Intents;

namespace InterviewAgent.Evals.Suites;

/// <summary>A respondent's message, what was asked last, and what the message is (evals/sets/intents).</summary>
internal sealed record MessageItem(string Id, Asked Asked, string Text, Intent Intent, string? Split = null, string? Group = null);

internal static class IntentTask
{
    internal static IEnumerable<Sample> Samples(string folder, Func<string, Asked, Intent> read) =>
        from item in ReadItems.Of<MessageItem>(Path.Combine(folder, "items.jsonl"))
        let cluster = item.Group ?? item.Id
        select new Sample(item.Id, cluster, item.Split ?? HashFiles.PartOf(cluster), $"[{item.Asked}] {item.Text}", [item.Intent.ToString()],
            () => Score(item.Intent, read(item.Text, item.Asked)));

    private static Answer Score(Intent expected, Intent got) =>
        new([got.ToString()], new Dictionary<string, double> { ["intent right"] = expected == got ? 1 : 0 });
}
