using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Evals.Scorers;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Evals.Suites;

/// <summary>A single answer and the codes it carries (evals/sets/codes).</summary>
internal sealed record AnswerItem(string Id, string Text, IReadOnlyList<string> Codes, string? Question = null, string? Group = null);

internal static class AnswersTask
{
    internal static IEnumerable<Sample> Samples(string folder, Func<BuiltInCoder> coder) =>
        from item in ReadItems.Of<AnswerItem>(Path.Combine(folder, "items.jsonl"))
        let cluster = item.Group ?? item.Id
        select new Sample(item.Id, cluster, HashFiles.PartOf(cluster), item.Question is null ? item.Text : $"{item.Question} / {item.Text}", item.Codes,
            () => Score(item, coder()));

    private static Answer Score(AnswerItem item, BuiltInCoder coder)
    {
        var transcript = new Transcript(item.Id, Role.EndUser, Checkpoint.Day30,
        [
            new TranscriptTurn(1, Speaker.Interviewer, item.Question ?? "What is the work like these days?"),
            new TranscriptTurn(2, Speaker.Participant, item.Text),
        ]);
        var got = coder.Code(transcript).Findings.Select(finding => finding.Code).Distinct().ToList();
        var presence = Presence.Of(item.Codes.ToHashSet(StringComparer.Ordinal), got.ToHashSet(StringComparer.Ordinal));
        return item.Codes.Count == 0
            ? new Answer(got, new Dictionary<string, double> { ["hard negative left alone"] = got.Count == 0 ? 1 : 0 })
            : new Answer(got, new Dictionary<string, double> { ["codes present, F1"] = presence.F1 });
    }
}
