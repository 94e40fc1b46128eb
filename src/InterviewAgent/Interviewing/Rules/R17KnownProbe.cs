using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>A probe continues, specifies, asks for an example, a meaning, completeness or context; it asks nothing else.</summary>
internal sealed class R17KnownProbe : IRule
{
    public string Id => "R17";

    public IEnumerable<Breach> Check(DraftReading draft)
    {
        if (draft.Move is MoveKind.Probe or MoveKind.QuoteProbe)
        {
            foreach (var found in draft.Matches("not-a-probe").Where(found => draft.Asking(draft.SentenceOf(found.First))))
            {
                yield return draft.Breach(Id, RuleSeverity.Blocks, "a guess, a wish or a verdict is not a probe", found.First, found.End);
            }
        }
    }
}
