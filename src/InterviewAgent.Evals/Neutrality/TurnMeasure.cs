namespace InterviewAgent.Evals.Neutrality;

/// <summary>What the independent metric says of one interviewer turn.</summary>
/// <param name="Questions">Things asked: question sentences, and requests such as "Tell me about …".</param>
/// <param name="DoubleQuestion">More than one thing is asked, in one sentence or in several.</param>
/// <param name="Praise">The answer or the respondent is praised.</param>
/// <param name="Evaluation">Praise, agreement, sympathy or any other judgement of what was said.</param>
/// <param name="Interpretation">The turn says in its own words what the respondent means, feels or did.</param>
/// <param name="Closed">A question that yes or no would answer.</param>
/// <param name="Words">Words of the turn.</param>
public sealed record TurnMeasure(
    int Questions, bool DoubleQuestion, bool Praise, bool Evaluation, bool Interpretation, bool Closed, int Words)
{
    /// <summary>Exactly one question, no evaluation, no interpretation.</summary>
    public bool StrictClean => Questions == 1 && !DoubleQuestion && !Evaluation && !Interpretation;
}
