using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>Exactly one question a turn; none where nothing has to be asked.</summary>
internal sealed class R01OneQuestion : IRule
{
    public string Id => "R1";

    public IEnumerable<Breach> Check(DraftReading draft)
    {
        var asking = draft.Sentences.Where(draft.Asking).ToList();
        if (asking.Count > 1)
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, $"{asking.Count} questions; ask one", asking[1].First, asking[1].End);
        }
        else if (asking.Count == 0 && !RuleScope.MayAskNothing(draft))
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "no question; ask one", 0, draft.Tokens.Count);
        }
    }
}
