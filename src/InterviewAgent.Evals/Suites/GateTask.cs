using InterviewAgent.Evals.Runs;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Evals.Suites;

/// <summary>An interviewer turn after the turns before it, with the rules it breaks (evals/sets/neutrality).</summary>
/// <param name="Turn">1 is the first of <paramref name="Turns"/>.</param>
internal sealed record TurnItem(string Id, IReadOnlyList<TurnItem.Spoken> Turns, int Turn, IReadOnlyList<string> Rules, string? Group = null, string? Notes = null)
{
    internal sealed record Spoken(Speaker Speaker, string Text);

    internal IReadOnlyList<string> Before(Speaker speaker) =>
        [.. Turns.Take(Turn - 1).Where(turn => turn.Speaker == speaker).Select(turn => turn.Text)];
}

/// <summary>Which rules the gate says a turn breaks, judged as somebody's transcript whose guide is unknown.</summary>
internal static class GateTask
{
    internal static IEnumerable<Sample> Samples(string folder, Func<string, DraftContext, Verdict> check) =>
        from item in ReadItems.Of<TurnItem>(Path.Combine(folder, "items.jsonl"))
        let text = item.Turns[item.Turn - 1].Text
        let cluster = item.Group ?? item.Id
        select new Sample(item.Id, cluster, HashFiles.PartOf(cluster), text, item.Rules,
            () => Score(item.Rules, check(text, DraftContext.ForTranscript(item.Before(Speaker.Participant), item.Before(Speaker.Interviewer)))));

    private static Answer Score(IReadOnlyList<string> broken, Verdict verdict)
    {
        var got = verdict.Breaches.Select(breach => breach.Rule).Distinct().ToList();
        var scores = new Dictionary<string, double>
        {
            ["all rules right"] = One(broken.ToHashSet(StringComparer.Ordinal).SetEquals(got)),
            ["no rule wrongly named"] = One(got.All(broken.Contains)),
        };
        if (broken.Count == 0) scores["clean turn passes"] = One(!verdict.Blocks);
        else scores["breach noticed"] = One(broken.Any(got.Contains));
        return new Answer(got, scores);
    }

    private static double One(bool right) => right ? 1 : 0;
}
