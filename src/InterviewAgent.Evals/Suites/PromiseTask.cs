using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Analysis.Promises;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Insights;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Evals.Suites;

/// <summary>One promise and one answer, with what the answer says of it (evals/sets/promises, items.jsonl).</summary>
internal sealed record PromiseItem(string Id, string Group, AgreedText Promise, PromiseAnswer Answer, string Label, string? Quote);

/// <summary>One promise and both sides' answers; null: not heard (pairs.jsonl).</summary>
internal sealed record PromisePair(string Id, string Group, AgreedText Promise, PromiseAnswer? Buyer, PromiseAnswer? User, string Label);

internal sealed record AgreedText(string Text, string? Workflow);

internal sealed record PromiseAnswer(Role Role, DateOnly On, string? Question, string Text);

internal static class PromiseTask
{
    internal static IEnumerable<Sample> Samples(string folder, HearPromises hear, BuiltInCoder coder) =>
        ReadItems.Of<PromiseItem>(Path.Combine(folder, "items.jsonl")).Select(item => new Sample(
            item.Id, item.Group, HashFiles.PartOf(item.Group), $"[{item.Promise.Text}] {item.Answer.Text}", [item.Label], () => Score(item, hear, coder)))
        .Concat(ReadItems.Of<PromisePair>(Path.Combine(folder, "pairs.jsonl")).Select(pair => new Sample(
            pair.Id, pair.Group, HashFiles.PartOf(pair.Group), $"[{pair.Promise.Text}] {pair.Buyer?.Text ?? "-"} / {pair.User?.Text ?? "-"}", [pair.Label],
            () => Score(pair, hear, coder))));

    private static Answer Score(PromiseItem item, HearPromises hear, BuiltInCoder coder)
    {
        var heard = Hear(item.Promise, item.Answer, hear, coder);
        var got = Name(heard.State);
        Dictionary<string, double> scores = new()
        {
            ["what is said of the promise, right"] = got == item.Label ? 1 : 0,
            ["about the promise or not, right"] = (heard.State == PromiseState.NotMentioned) == (item.Label == Name(PromiseState.NotMentioned)) ? 1 : 0,
        };
        return new Answer([got], scores);
    }

    private static Answer Score(PromisePair pair, HearPromises hear, BuiltInCoder coder)
    {
        List<PromiseWord> said = [.. new[] { pair.Buyer, pair.User }.OfType<PromiseAnswer>()
            .Select((answer, at) => new PromiseWord($"{at}", $"{at}", answer.Role, answer.On, Hear(pair.Promise, answer, hear, coder).State))];
        var got = PromiseLedger.Of(said, []).View switch
        {
            PromiseView.Aligned => "aligned",
            PromiseView.Diverging => "diverging",
            PromiseView.OneSided => "one-sided",
            _ => "unknown",
        };
        Dictionary<string, double> scores = new() { ["both sides, right"] = got == pair.Label ? 1 : 0 };
        if (pair.Buyer is null || pair.User is null)
        {
            scores["missing voice is not agreement"] = got is "aligned" or "diverging" ? 0 : 1;
        }
        return new Answer([got], scores);
    }

    private static HeardPromise Hear(AgreedText promise, PromiseAnswer answer, HearPromises hear, BuiltInCoder coder)
    {
        var coded = coder.Code(new Transcript("one", answer.Role, Checkpoint.Day60,
            [new TranscriptTurn(1, Speaker.Interviewer, answer.Question ?? ""), new TranscriptTurn(2, Speaker.Participant, answer.Text)]));
        CodeAt[] codes = [.. coded.Findings.SelectMany(finding => finding.Quotes.Select(quote =>
            new CodeAt(finding.Code, finding.Severity, quote.Start, quote.Length)))];
        return hear.Of(hear.Prepare(promise.Text, promise.Workflow), answer.Question ?? "", answer.Text, codes);
    }

    private static string Name(PromiseState state) => state == PromiseState.NotMentioned ? "not mentioned" : state.ToString().ToLowerInvariant();
}
