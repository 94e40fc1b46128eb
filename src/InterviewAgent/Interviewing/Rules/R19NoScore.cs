using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>No score is asked for in the conversation: NPS, CSAT, 1 to 10.</summary>
internal sealed class R19NoScore : IRule
{
    public string Id => "R19";

    public IEnumerable<Breach> Check(DraftReading draft) => draft.Matches("scores")
        .Select(found => draft.Breach(Id, RuleSeverity.Blocks, "asks for a score", found.First, found.End));
}
