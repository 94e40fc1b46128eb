namespace InterviewAgent.Interviewing.Moves;

/// <summary>What a model read in an answer. It picks among admissible moves and does nothing else.</summary>
/// <param name="Intent">As the model sees it; the rules' reading stays the one that is stored.</param>
/// <param name="Event">Something that happened.</param>
/// <param name="Consequence">What followed from it.</param>
/// <param name="Cause">What led to it.</param>
/// <param name="Vague">General words, hearsay or mood where a fact could stand.</param>
public sealed record JudgedAnswer(Intent Intent, bool Event, bool Consequence, bool Cause, bool Vague)
{
    public bool Complete => Event && Consequence && Cause;
}
