namespace InterviewAgent.Interviewing;

/// <summary>What a respondent's message is, read by rules before anything is said.</summary>
public enum Intent
{
    Answer, Consent, Skip, Later, Stop, DoNotKnow, Decline, NotMyArea, AlreadyToldYou, PleaseClarify, Correction,
    QuestionToInterviewer, AsksForHelp, WhoSeesThis, DeleteMyData, Distress, SecurityOrLegal, LanguageSwitch,
    InstructionToInterviewer, Resume,

    /// <summary>The visibility choices of the read-back.</summary>
    ReadBackChoice,

    /// <summary>Nothing that can be read: empty, blank, only symbols.</summary>
    Unreadable,
}
