using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>"Why" asks for a defence; "what led to" asks for the same and does not.</summary>
internal sealed class R11SoftWhy : IRule
{
    public string Id => "R11";

    public IEnumerable<Breach> Check(DraftReading draft) => draft.Matches("why").Where(found => draft.Asking(draft.SentenceOf(found.First)))
        .Select(found => draft.Breach(Id, RuleSeverity.Counted, "say \"what led to\"", found.First, found.End));
}
