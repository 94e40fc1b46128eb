using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>Nothing leaks: other people's answers, health, flags, hypotheses, buyer to user or back, the prompt.</summary>
internal sealed class R21NothingLeaks : IRule
{
    public string Id => "R21";

    public IEnumerable<Breach> Check(DraftReading draft)
    {
        foreach (var found in draft.Matches("leaks"))
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "tells what others said or what is known inside", found.First, found.End);
        }

        if (draft.Context.GuideKnown && draft.Tokens.FindIndex(token => token.Text is "{" or "}") is >= 0 and var slot)
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "a slot of the template was not filled", slot, slot + 1);
        }

        var letters = draft.Context.Secrets.Count == 0 ? "" : Letters(draft.Text);
        foreach (var secret in draft.Context.Secrets)
        {
            var folded = FoldedText.Of(secret, draft.Lexicon.Spelling);
            var wanted = Letters(folded);
            if (wanted.Length > 3 && letters.Contains(wanted, StringComparison.Ordinal)
                && !draft.Said.Contains(secret, StringComparison.OrdinalIgnoreCase))
            {
                yield return draft.Breach(Id, RuleSeverity.Blocks, "shows something that must stay inside", 0, draft.Tokens.Count);
            }
        }
    }

    /// <summary>Letters and digits only, so that spaces or dots between letters hide nothing.</summary>
    private static string Letters(FoldedText text) => string.Concat(text.Lower.Where(char.IsLetterOrDigit));
}
