using InterviewAgent.Evals.Redaction;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Privacy;

namespace InterviewAgent.Evals.Suites;

/// <summary>A text with its personal data marked (evals/sets/redaction). Got are the kinds of which every word is masked.</summary>
internal static class RedactionTask
{
    private const string ForNothing = "masked for nothing";

    internal static IEnumerable<Sample> Samples(string folder, Redactor redactor) =>
        from item in LabelledText.Read(Path.Combine(folder, "items.jsonl"))
        select new Sample(item.Id, item.Id, item.Part, item.Text, [.. ScoreRedactor.Tokens(redactor, item, MaskLevel.Personal).Select(token => token.Type).OfType<string>().Distinct()],
            () => Score(redactor, item));

    private static Answer Score(Redactor redactor, LabelledText item)
    {
        var tokens = ScoreRedactor.Tokens(redactor, item, MaskLevel.Personal).ToList();
        var forNothing = tokens.Exists(token => token is { Type: null, IsMasked: true });
        var kinds = tokens.Where(token => token.Type is not null).ToLookup(token => token.Type!, token => token.IsMasked);
        var scores = new Dictionary<string, double> { ["nothing masked for nothing"] = forNothing ? 0 : 1 };
        if (kinds.Count > 0) scores["personal words masked"] = kinds.SelectMany(kind => kind).Average(masked => masked ? 1.0 : 0);
        var strict = ScoreRedactor.Tokens(redactor, item, MaskLevel.Strict).Where(token => token.Type is not null).ToList();
        if (strict.Count > 0) scores["words masked at the strict level"] = strict.Average(token => token.IsMasked ? 1.0 : 0);
        return new Answer([.. kinds.Where(kind => kind.All(masked => masked)).Select(kind => kind.Key), .. forNothing ? [ForNothing] : Array.Empty<string>()], scores);
    }
}
