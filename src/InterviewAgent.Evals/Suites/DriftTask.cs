using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Evals.Suites;

<<<<<<< HEAD
/// <summary>Two check-ins of one account and the drift that the later shows against the earlier, or "none" (evals/sets/drift).</summary>
internal sealed record DriftItem(string Id, string Group, DriftItem.Said Early, DriftItem.Said Late, string Label)
{
    internal sealed record Said(Role Role, string Question, string Text);
}

/// <summary>What the coder hears as drift in the later answer and did not hear in the earlier.</summary>
=======
/// <summary>An early and a later answer of one account, and which drift the later shows against the earlier (evals/sets/drift).</summary>
internal sealed record DriftItem(string Id, string Group, DriftItem.Said Early, DriftItem.Said Late, string Label)
{
    internal sealed record Said(Role Role, string? Question, string Text);
}

>>>>>>> 2dbe5b4 (Suites for the new sets, patterns and the interviewer; decoy audit; gate over every suite)
internal static class DriftTask
{
    private const string None = "none";

<<<<<<< HEAD
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
=======
    internal static IEnumerable<Sample> Samples(string folder, BuiltInCoder coder) =>
        from item in ReadItems.Of<DriftItem>(Path.Combine(folder, "items.jsonl"))
        select new Sample(item.Id, item.Group, HashFiles.PartOf(item.Group), $"{item.Early.Text} / {item.Late.Text}", [item.Label], () => Score(item, coder));

    /// <summary>A drift that stood there before is none: the later answer's drift codes less the earlier's.</summary>
    private static Answer Score(DriftItem item, BuiltInCoder coder)
    {
        var found = Drift(item.Late, coder).Except(Drift(item.Early, coder)).Order(StringComparer.Ordinal).DefaultIfEmpty(None).ToList();
        var scores = new Dictionary<string, double> { ["drift or none, right"] = found.Contains(None) == (item.Label == None) ? 1 : 0 };
        if (item.Label == None) scores["no drift left alone"] = found.Contains(None) ? 1 : 0;
        else scores["this drift found"] = found.Contains(item.Label) ? 1 : 0;
        return new Answer(found, scores);
    }

    private static IEnumerable<string> Drift(DriftItem.Said said, BuiltInCoder coder) =>
        coder.Code(new Transcript("one", said.Role, Checkpoint.Day60,
            [new TranscriptTurn(1, Speaker.Interviewer, said.Question ?? ""), new TranscriptTurn(2, Speaker.Participant, said.Text)]))
            .Findings.Where(finding => finding.Kind == FindingKind.Drift).Select(finding => finding.Code);
>>>>>>> 2dbe5b4 (Suites for the new sets, patterns and the interviewer; decoy audit; gate over every suite)
}
