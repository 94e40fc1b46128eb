using InterviewAgent.Evals.Redaction;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Privacy;

namespace InterviewAgent.Evals.Suites;

/// <summary>A text whose personal data is marked, masked on the personal level; counted by tokens, as <c>evals redactor</c> does.</summary>
internal static class RedactorTask
{
    internal static IEnumerable<Sample> Samples(string folder, Redactor redactor) =>
        from item in LabelledText.Read(Path.Combine(folder, "items.jsonl"))
        let due = item.Spans.Where(span => !ScoreRedactor.OnlyOnStrict(span.Type)).Select(span => span.Type).Distinct().Order(StringComparer.Ordinal).ToList()
        select new Sample(item.Id, item.Id, item.Part, item.Text, due, () => Score(item, redactor));

    private static Answer Score(LabelledText item, Redactor redactor)
    {
        var counts = ScoreRedactor.Count(redactor, item, MaskLevel.Personal);
        var scores = new Dictionary<string, double> { ["nothing else masked"] = counts.Exists(token => token is { Type: null, Masked: true }) ? 0 : 1 };
        var due = counts.Where(token => token.Type is not null).ToList();
        if (due.Count > 0)
        {
            scores["personal words masked"] = due.Count(token => token.Masked) / (double)due.Count;
            scores["all of it masked"] = due.TrueForAll(token => token.Masked) ? 1 : 0;
        }
        // A kind is found where all its words in the text are masked.
        return new Answer([.. due.GroupBy(token => token.Type!, StringComparer.Ordinal).Where(kind => kind.All(token => token.Masked)).Select(kind => kind.Key).Order(StringComparer.Ordinal)], scores);
    }
}
