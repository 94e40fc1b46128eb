using InterviewAgent.Interviewing;

namespace InterviewAgent.Analysis.ModelCoding;

/// <summary>Makes one coding of the codings of overlapping windows: a code once, its quotes once, each answer felt once.</summary>
internal static class MergeParts
{
    private const int MostQuotes = 3;

    internal static CodedInterview Of(IReadOnlyList<CodedInterview> parts, IReadOnlyList<IReadOnlyList<TranscriptTurn>> windows)
    {
        if (parts.Count == 1)
            return parts[0];
        var felt = parts.SelectMany(part => part.TurnSentiment).GroupBy(turn => turn.TurnN)
            .Select(same => new CodedSentiment(same.Key, (int)Math.Round(same.Average(turn => turn.Value), MidpointRounding.AwayFromZero)));
        // The interview's feeling: each window by how much of it was the respondent's.
        var weights = windows.Select(window => (double)window.Where(turn => turn.Speaker == Speaker.Participant).Sum(turn => turn.Text.Length)).ToList();
        var overall = parts.Zip(weights, (part, weight) => part.Sentiment * weight).Sum() / Math.Max(1, weights.Sum());
        return new CodedInterview(
            Findings(parts.SelectMany(part => part.Findings)), [.. felt.OrderBy(turn => turn.TurnN)],
            (int)Math.Round(overall, MidpointRounding.AwayFromZero), []);
    }

    /// <summary>One of each code, commitments one of each status; the worse severity, and no two quotes that share words.</summary>
    internal static IReadOnlyList<CodedFinding> Findings(IEnumerable<CodedFinding> found) =>
        [.. found.GroupBy(finding => (finding.Code, finding.Status)).Select(same => same.First() with
        {
            Severity = same.Max(finding => finding.Severity),
            Quotes = Apart(same.SelectMany(finding => finding.Quotes)),
        })];

    private static List<QuoteSpan> Apart(IEnumerable<QuoteSpan> quotes)
    {
        List<QuoteSpan> apart = [];
        foreach (var quote in quotes)
            if (apart.Count < MostQuotes && !apart.Exists(other => other.TurnN == quote.TurnN
                && other.Start < quote.Start + quote.Length && quote.Start < other.Start + other.Length))
                apart.Add(quote);
        return apart;
    }
}
