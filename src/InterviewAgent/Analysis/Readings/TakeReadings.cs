using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Sentiment;

namespace InterviewAgent.Analysis.Readings;

/// <summary>The readings of one person at one check-in; a dimension without evidence is left out.</summary>
internal static class TakeReadings
{
    public static IReadOnlyList<CodedReading> From(IReadOnlyList<SentenceSigns> read, IReadOnlyList<CodedFinding> findings, Feelings felt)
    {
        if (felt.Turns.Count == 0) return [];
        return [new CodedReading(ReadingDimension.Tone, felt.Turns.Average(turn => turn.Value), null)];
    }
}
