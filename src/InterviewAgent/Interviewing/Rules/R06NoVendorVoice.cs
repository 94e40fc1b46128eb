using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>No vendor voice: no defence, apology for the product, promise, advice, fix, roadmap, selling.</summary>
internal sealed class R06NoVendorVoice : IRule
{
    public string Id => "R6";

    public IEnumerable<Breach> Check(DraftReading draft) => draft.Matches("vendor-voice")
        .Select(found => draft.Breach(Id, RuleSeverity.Blocks, "speaks as a vendor", found.First, found.End))
        .Concat(Statements.Unlisted(draft, restating: false)
            .Select(told => draft.Breach(Id, RuleSeverity.Blocks, "states something of its own", told.First, told.End)));
}
