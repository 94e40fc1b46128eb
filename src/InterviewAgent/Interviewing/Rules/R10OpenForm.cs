using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>Open form (what, how, which, who by role, tell me); yes or no only for consent, scheduling and closing.</summary>
internal sealed class R10OpenForm : IRule
{
    public string Id => "R10";

    public IEnumerable<Breach> Check(DraftReading draft)
    {
        var severity = draft.Move is MoveKind.Probe or MoveKind.QuoteProbe ? RuleSeverity.Counted : RuleSeverity.Blocks;
        foreach (var ask in draft.Asks)
        {
            var sentence = draft.SentenceOf(ask.First);
            var closed = ask.Form is AskForm.Closed or AskForm.Fragment or AskForm.Tag
                || draft.Matches("closed-tags").Exists(tag => tag.First >= sentence.First && tag.First < sentence.End);
            if (closed && !draft.Matches("scheduling").Exists(found => found.First >= sentence.First && found.First < sentence.End))
            {
                yield return draft.Breach(Id, severity, "can be answered with yes or no", ask.First, ask.End);
            }
        }
    }
}
