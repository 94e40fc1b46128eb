namespace InterviewAgent.Insights;

/// <summary>
/// At least two people and three completed interviews (DESIGN.md, "Trend"); below, an account is not judged, and the page says what is
/// missing.
/// </summary>
/// <param name="People">People heard.</param>
/// <param name="Interviews">Interviews completed.</param>
public sealed record EnoughVoice(int People, int Interviews)
{
    private const int FewestPeople = 2;
    private const int FewestInterviews = 3;

    public int PeopleMissing => Math.Max(0, FewestPeople - People);
    public int InterviewsMissing => Math.Max(0, FewestInterviews - Interviews);
    public bool IsEnough => PeopleMissing == 0 && InterviewsMissing == 0;

    public static EnoughVoice Of(AccountVoice voice)
    {
        ArgumentNullException.ThrowIfNull(voice);
        return new EnoughVoice(
            voice.Interviews.Select(interview => interview.Person).Distinct().Count(), voice.Interviews.Count(interview => interview.Completed));
    }

    internal static bool Has(AccountVoice voice) => Of(voice).IsEnough;
}
