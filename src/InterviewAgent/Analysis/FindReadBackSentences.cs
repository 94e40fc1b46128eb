using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Analysis;

/// <summary>The sentences on which findings rest, frictions and drift first when there are too many, in the order they were said.</summary>
internal sealed class FindReadBackSentences(BuiltInCoder coder) : IFindReadBackSentences
{
    public IReadOnlyList<ReadBackSentence> Find(Role role, Checkpoint checkpoint, IReadOnlyList<Turn> turns, int most)
    {
        ArgumentNullException.ThrowIfNull(turns);
        var transcript = new Transcript("", role, checkpoint, [.. turns.Select(turn => new TranscriptTurn(turn.N, turn.Speaker, turn.Text))]);
        var byNumber = turns.ToDictionary(turn => turn.N);
        return [.. coder.Code(transcript).Findings
            .SelectMany(finding => finding.Quotes).Distinct().Take(most)
            .OrderBy(quote => quote.TurnN).ThenBy(quote => quote.Start)
            .Select((quote, i) => new ReadBackSentence(i + 1, quote.TurnN, quote.Start, quote.Length, byNumber[quote.TurnN].Text.Substring(quote.Start, quote.Length)))];
    }
}
