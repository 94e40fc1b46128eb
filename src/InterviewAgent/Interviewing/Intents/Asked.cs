namespace InterviewAgent.Interviewing.Intents;

/// <summary>What the respondent was asked last; "yes" and "no" mean something else after each.</summary>
public enum Asked
{
    Consent, Question,

    /// <summary>"What have I not asked?", "What else, if anything?": a question to which "that's all" is an answer.</summary>
    Rest,

    /// <summary>A question of which nobody knows whether it arrived: a mere "hello?" asks for it.</summary>
    Unseen,
    ReadBack, Change, DeleteConfirmation, Hold, Paused,
}
