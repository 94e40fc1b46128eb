using InterviewAgent.Evals.Neutrality;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Evals.Transcripts;

/// <summary>One interviewer turn with both opinions of it: which rules the gate says it breaks, and what the metric measures.</summary>
/// <param name="Interview">Id of the transcript, or line-N for a question that stands alone.</param>
/// <param name="Turn">1 for the first turn of the transcript, whoever speaks.</param>
public sealed record CheckedTurn(string Interview, int Turn, string Text, Verdict Verdict, TurnMeasure Measure)
{
    /// <summary>Ids of the rules broken, each once, in order.</summary>
    public IReadOnlyList<string> Rules { get; } = [.. Verdict.Breaches.Select(breach => breach.Rule).Distinct()];
}
