using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Analysis.Coding;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Evals.Suites;

/// <summary>A sentence for which a pattern was written: does a pattern of its code still fit? Patterns of other codes may fit too.</summary>
internal static class PatternsTask
{
    internal static IEnumerable<Sample> Samples(string folder, MatchPatterns patterns) =>
        from item in ReadItems.Of<AnswerItem>(Path.Combine(folder, "items.jsonl"))
        select new Sample(item.Id, item.Id, HashFiles.PartOf(item.Id), item.Text, item.Codes, () => Score(item, patterns));

    private static Answer Score(AnswerItem item, MatchPatterns patterns)
    {
        var fits = patterns.Codes(new Transcript(item.Id, Role.EndUser, Checkpoint.Day30, [new TranscriptTurn(1, Speaker.Participant, item.Text)])).Intersect(item.Codes).ToList();
        return new Answer(fits, new Dictionary<string, double> { ["a pattern of its code fits"] = fits.Count > 0 ? 1 : 0 });
    }
}
