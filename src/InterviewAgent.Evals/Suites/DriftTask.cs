using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Evals.Suites;

/// <summary>Two check-ins of one account and the drift that the later shows against the earlier, or "none" (evals/sets/drift).</summary>
internal sealed record DriftItem(string Id, string Group, DriftItem.Said Early, DriftItem.Said Late, string Label)
{
    internal sealed record Said(Role Role, string Question, string Text);
}

/// <summary>What the coder hears as drift in the later answer and did not hear in the earlier.</summary>
internal static class DriftTask
{
    private const string None = "none";

    internal static IEnumerable<Sample> Samples(string folder, Func<BuiltInCoder> coder) =>
        from item in ReadItems.Of<DriftItem>(Path.Combine(folder, "items.jsonl"))
        select new Sample(item.Id, item.Group, HashFiles.PartOf(item.Group), $"{item.Early.Text}\n-> {item.Late.Text}", [item.Label], () => Score(item, coder()));

    private static Answer Score(DriftItem item, BuiltInCoder coder)
    {
        var heard = Drift(item.Late, Checkpoint.Day90, coder).Except(Drift(item.Early, Checkpoint.Day30, coder), StringComparer.Ordinal).ToList();
        return new Answer(heard.Count == 0 ? [None] : heard, item.Label == None
            ? new Dictionary<string, double> { ["no drift, none heard"] = heard.Count == 0 ? 1 : 0 }
            : new Dictionary<string, double> { ["drift noticed"] = heard.Count > 0 ? 1 : 0, ["the right drift"] = heard.Contains(item.Label) ? 1 : 0 });
    }

    private static IEnumerable<string> Drift(DriftItem.Said said, Checkpoint checkpoint, BuiltInCoder coder) =>
        coder.Code(new Transcript("one", said.Role, checkpoint, [new TranscriptTurn(1, Speaker.Interviewer, said.Question), new TranscriptTurn(2, Speaker.Participant, said.Text)]))
            .Findings.Where(finding => finding.Kind == FindingKind.Drift).Select(finding => finding.Code).Distinct();
}
