namespace InterviewAgent.Interviewing.Intents;

/// <summary>What the respondent was asked last; "yes" and "no" mean something else after each.</summary>
public enum Asked { Consent, Question, ReadBack, Change, DeleteConfirmation, Hold, Paused }
