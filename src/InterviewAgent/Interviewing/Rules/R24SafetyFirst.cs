using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>After distress, harassment, a legal threat or a security incident: fixed text, no probe.</summary>
internal sealed class R24SafetyFirst : IRule
{
    public string Id => "R24";

    public IEnumerable<Breach> Check(DraftReading draft)
    {
        var alarm = draft.Context.GuideKnown
            ? draft.Context.LastIntent is (Intent.Distress or Intent.SecurityOrLegal) && RuleScope.IsQuestion(draft.Move)
            : draft.Asks.Count > 0 && draft.Lexicon.Phrases("alarms").Matches(draft.Said.Last, at => at == 0 || !draft.Said.Last[at - 1].IsWord, at => at == 0).Count > 0;
        if (alarm)
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "the fixed safety text comes now, and no question", 0, draft.Tokens.Count);
        }
    }
}
