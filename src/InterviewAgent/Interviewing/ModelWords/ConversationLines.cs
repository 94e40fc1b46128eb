namespace InterviewAgent.Interviewing.ModelWords;

/// <summary>
/// The conversation as a model is shown it: what was asked and what was answered, oldest first. Turns are only ever added, so every line but
/// the last ones is the same in each call and a provider's cache serves it. Consent, rights and safety are nobody's business here.
/// </summary>
internal static class ConversationLines
{
    /// <summary>Of a very long answer a model reads the beginning; the coder reads all of it.</summary>
    private const int LongestText = 4000;

    internal static IReadOnlyList<object> Of(IEnumerable<Turn> turns) =>
        [.. WhatCounts.Of(turns).Where(IsShown).Select(turn => new
        {
            n = turn.N,
            by = turn.Speaker == Speaker.Interviewer ? "interviewer" : "respondent",
            text = turn.Text.Length > LongestText ? turn.Text[..LongestText] : turn.Text,
        })];

    private static bool IsShown(Turn turn) => turn.Speaker == Speaker.Interviewer
        ? turn.Move is MoveKind.CoreQuestion or MoveKind.Probe or MoveKind.QuoteProbe
        : turn.Intent is Intent.Answer or Intent.Correction or Intent.DoNotKnow or Intent.NotMyArea or Intent.AlreadyToldYou
            or Intent.Decline or Intent.Skip or Intent.InstructionToInterviewer;
}
