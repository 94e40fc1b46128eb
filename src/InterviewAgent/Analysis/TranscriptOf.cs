using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Analysis;

/// <summary>A stored interview as coders read it.</summary>
internal static class TranscriptOf
{
    /// <summary>
    /// Messages that steer the interview ("skip", the consent, a visibility choice, orders to the interviewer) are no answers:
    /// they carry no finding and no feeling about the product.
    /// </summary>
    public static Transcript Interview(Interview interview, Role role) => new(
        interview.Id.ToString(), role, interview.Checkpoint, Turns(interview.Turns));

    /// <summary>The turns of an interview that coders read, in order.</summary>
    public static IReadOnlyList<TranscriptTurn> Turns(IEnumerable<Turn> turns) =>
        [.. WhatCounts.Of(turns).Where(IsPart).Select(turn => new TranscriptTurn(turn.N, turn.Speaker, turn.Text))];

    private static bool IsPart(Turn turn) => turn.Speaker == Speaker.Interviewer || turn.Intent is null or Intent.Answer
        or Intent.Correction or Intent.DoNotKnow or Intent.Decline or Intent.NotMyArea or Intent.AlreadyToldYou or Intent.AsksForHelp
        or Intent.Distress or Intent.SecurityOrLegal;
}
