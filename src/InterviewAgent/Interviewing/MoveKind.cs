namespace InterviewAgent.Interviewing;

/// <summary>Everything the interviewer can do in a turn; code chooses, nothing else.</summary>
public enum MoveKind
{
    AskConsent, CoreQuestion, Probe, QuoteProbe, AnswerRespondent, Clarify, ReadBack, AskChange, Close,
    SafetyText, Pause, Resume, Decline, Language, ConfirmDelete, Deleted,
}
