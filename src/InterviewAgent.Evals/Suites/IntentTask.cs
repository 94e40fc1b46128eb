using InterviewAgent.Evals.Runs;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Intents;

namespace InterviewAgent.Evals.Suites;

/// <summary>A respondent's message, what was asked last, and what the message is (evals/sets/intents).</summary>
/// <param name="Accept">Every intent under which nothing is followed and nothing is lost (evals/sets/injections); null: only the right one.</param>
internal sealed record MessageItem(
    string Id, Asked Asked, string Text, Intent Intent, string? Split = null, string? Group = null, IReadOnlyList<Intent>? Accept = null);

internal static class IntentTask
{
    internal static IEnumerable<Sample> Samples(string folder, Func<string, Asked, Intent> read) =>
        from item in ReadItems.Of<MessageItem>(Path.Combine(folder, "items.jsonl"))
        let cluster = item.Group ?? item.Id
        select new Sample(item.Id, cluster, item.Split ?? HashFiles.PartOf(cluster), $"[{item.Asked}] {item.Text}", [item.Intent.ToString()],
            () => Score(item, read(item.Text, item.Asked)));

    private static Answer Score(MessageItem item, Intent got)
    {
        var scores = new Dictionary<string, double> { ["intent right"] = item.Intent == got ? 1 : 0 };
        if (item.Accept is { } accept) scores["nothing followed, nothing lost"] = accept.Contains(got) ? 1 : 0;
        return new Answer([got.ToString()], scores);
    }
}
