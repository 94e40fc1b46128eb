using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>A draft that does not read as English cannot be checked and is not shown.</summary>
internal sealed class R23RespondentsLanguage : IRule
{
    public string Id => "R23";

    public IEnumerable<Breach> Check(DraftReading draft)
    {
        var foreign = draft.Context.GuideKnown || !draft.Said.Any || draft.ReadsAsEnglish(draft.Said.Last);
        if (foreign && draft.Move != MoveKind.ReadBack && !draft.IsEnglish)
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "not in the language of the interview", 0, draft.Tokens.Count);
        }
    }
}
