using InterviewAgent.Evals.Judges;
using InterviewAgent.Evals.Runs;

namespace InterviewAgent.Evals.Suites;

/// <summary>A judge on labelled turns: what it says, beside what the labels say.</summary>
internal static class JudgeTask
{
    internal const string Prefix = "judge: ";

    internal static IEnumerable<Sample> Samples(string folder, Judge judge, AskJudge ask) =>
        from item in ReadItems.Of<TurnItem>(Path.Combine(folder, "items.jsonl"))
        let labels = item.Rules.Intersect(judge.Rules).ToList()
        where item.Rules.Count == 0 || labels.Count > 0
        let cluster = item.Group ?? item.Id
        select new Sample(item.Id, cluster, HashFiles.PartOf(cluster), item.Turns[item.Turn - 1].Text, labels, () => Score(labels, ask.Of(item)));

    private static Answer Score(List<string> labels, IReadOnlySet<string>? broken)
    {
        var scores = new Dictionary<string, double> { [Prefix + "answer usable"] = broken is null ? 0 : 1 };
        if (broken is not null)
        {
            scores[Prefix + "verdict as labelled"] = labels.Count > 0 == broken.Count > 0 ? 1 : 0;
            scores[Prefix + "all rules as labelled"] = broken.SetEquals(labels) ? 1 : 0;
        }
        return new Answer([.. (broken ?? new HashSet<string>()).Order(StringComparer.Ordinal)], scores);
    }
}
