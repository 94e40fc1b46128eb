using System.Text.Json;
using InterviewAgent.Analysis.Language;
using InterviewAgent.Analysis.Quotes;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Analysis.ModelCoding;

/// <summary>
/// The answer to the prompt code_interview, whose schema was checked before it comes here: codes held to the codebook, quotes looked up in
/// the transcript.
/// </summary>
/// <param name="Fault">What a schema cannot say and a second try may mend; null: nothing.</param>
internal sealed record ReadCoding(CodedInterview Coded, string? Fault)
{
    private const int MostSentences = 2;
    private const int MostQuotes = 3;

    internal static ReadCoding From(JsonElement answer, Transcript transcript, IReadOnlyList<TranscriptTurn> window, Codebook codebook)
    {
        List<CodedFinding> findings = [];
        List<string> faults = [];
        foreach (var offered in answer.GetProperty("findings").EnumerateArray())
        {
            var code = offered.GetProperty("code").GetString()!;
            if (!codebook.Has(code))
            {
                faults.Add($"{code} is no code of the codebook");
                continue;
            }
            var kind = codebook.KindOf(code);
            if (Severity(offered, kind) is null && kind == FindingKind.Friction || Status(offered, kind) is null && kind == FindingKind.Commitment)
                faults.Add($"{code} needs {(kind == FindingKind.Friction ? "a severity" : "a status")}");
            findings.Add(new CodedFinding(kind, code, Severity(offered, kind) ?? (kind == FindingKind.Friction ? 2 : null),
                Status(offered, kind) ?? (kind == FindingKind.Commitment ? CommitmentStatus.Vague : null), Located(offered, transcript), "model"));
        }
        var felt = Felt(answer.GetProperty("sentiment"), window).ToList();
        var overall = Whole(answer.GetProperty("sentiment").GetProperty("overall"));
        return new ReadCoding(
            new CodedInterview(MergeParts.Findings(findings), felt, overall, []), faults.Count == 0 ? null : string.Join("; ", faults.Distinct().Take(10)));
    }

    /// <summary>To a schema 2.0 and 1e9 are whole numbers too.</summary>
    private static int Whole(JsonElement number) => (int)Math.Clamp(number.GetDouble(), int.MinValue, int.MaxValue);

    private static int? Severity(JsonElement offered, FindingKind kind) =>
        kind == FindingKind.Friction && offered.GetProperty("severity") is { ValueKind: JsonValueKind.Number } severity ? Whole(severity) : null;

    private static CommitmentStatus? Status(JsonElement offered, FindingKind kind) =>
        kind == FindingKind.Commitment && offered.GetProperty("status") is { ValueKind: JsonValueKind.String } status
            ? Enum.Parse<CommitmentStatus>(status.GetString()!, ignoreCase: true) : null;

    private static List<QuoteSpan> Located(JsonElement offered, Transcript transcript) =>
        [.. offered.GetProperty("quotes").EnumerateArray()
            .Select(quote => Place(transcript, quote.GetProperty("text").GetString()!, Whole(quote.GetProperty("turn"))))
            .OfType<QuoteSpan>().Distinct().Take(MostQuotes)];

    /// <summary>In the turn that was named, else in whichever turn has the words; at most two sentences of it.</summary>
    private static QuoteSpan? Place(Transcript transcript, string quote, int turn) =>
        (quote.Count(char.IsLetterOrDigit) < 3 ? null : LocateQuote.In(transcript, quote, turn) ?? LocateQuote.In(transcript, quote)) is { } found
            ? Short(transcript, found) : null;

    private static QuoteSpan Short(Transcript transcript, QuoteSpan found)
    {
        var text = transcript.Turns.First(turn => turn.N == found.TurnN && turn.Speaker == Speaker.Participant).Text;
        var sentences = SplitSentences.Of(text.Substring(found.Start, found.Length));
        return sentences.Count <= MostSentences ? found : found with { Length = sentences[MostSentences - 1].End };
    }

    /// <summary>One value for each answer in the window; where the model gave none the answer is neutral.</summary>
    private static IEnumerable<CodedSentiment> Felt(JsonElement sentiment, IReadOnlyList<TranscriptTurn> window)
    {
        var given = sentiment.GetProperty("turns").EnumerateArray().GroupBy(felt => Whole(felt.GetProperty("turn")))
            .ToDictionary(same => same.Key, same => Whole(same.First().GetProperty("value")));
        return window.Where(turn => turn.Speaker == Speaker.Participant).Select(turn => turn.N).Distinct()
            .Select(n => new CodedSentiment(n, given.GetValueOrDefault(n)));
    }
}
