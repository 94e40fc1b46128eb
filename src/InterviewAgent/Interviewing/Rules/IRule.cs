using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>One rule of the interviewer policy.</summary>
internal interface IRule
{
    /// <summary>"R1" to "R24".</summary>
    string Id { get; }
    IEnumerable<Breach> Check(DraftReading draft);
}
