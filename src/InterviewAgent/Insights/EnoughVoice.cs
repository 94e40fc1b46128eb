namespace InterviewAgent.Insights;

/// <summary>At least two people and three completed interviews (DESIGN.md, "Trend"); below, an account is not judged.</summary>
internal static class EnoughVoice
{
    private const int People = 2;
    private const int Interviews = 3;

    public static bool Has(AccountVoice voice) =>
        voice.Interviews.Select(interview => interview.Person).Distinct().Count() >= People
        && voice.Interviews.Count(interview => interview.Completed) >= Interviews;
}
