using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Analysis;

/// <summary>The sentences on which findings rest, frictions and drift first when there are too many, in the order they were said.</summary>
internal sealed class FindReadBackSentences(BuiltInCoder coder) : IFindReadBackSentences
{
    public IReadOnlyList<ReadBackSentence> Find(Role role, Checkpoint checkpoint, IReadOnlyList<Turn> turns, int most)
    {
        ArgumentNullException.ThrowIfNull(turns);
        var answers = WhatCounts.Of(turns).Where(turn => turn.Intent is Intent.Answer or Intent.Correction).ToDictionary(turn => turn.N);
        List<QuoteSpan> chosen = [];
        foreach (var quote in coder.Code(new Transcript("", role, checkpoint, TranscriptOf.Turns(turns))).Findings.SelectMany(finding => finding.Quotes))
        {
            // One choice for each word: a sentence that shares words with one already chosen is not asked about again.
            if (chosen.Count < most && answers.ContainsKey(quote.TurnN) && !chosen.Exists(other => Overlap(quote, other)))
            {
                chosen.Add(quote);
            }
        }
        return [.. chosen.OrderBy(quote => quote.TurnN).ThenBy(quote => quote.Start)
            .Select((quote, i) => new ReadBackSentence(i + 1, quote.TurnN, quote.Start, quote.Length, answers[quote.TurnN].Text.Substring(quote.Start, quote.Length)))];
    }

    private static bool Overlap(QuoteSpan one, QuoteSpan other) =>
        one.TurnN == other.TurnN && one.Start < other.Start + other.Length && other.Start < one.Start + one.Length;
}
