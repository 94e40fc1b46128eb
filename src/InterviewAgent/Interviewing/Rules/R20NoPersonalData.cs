using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>No personal data, secret or colleague's name is asked for, and none is shown.</summary>
internal sealed class R20NoPersonalData : IRule
{
    public string Id => "R20";

    public IEnumerable<Breach> Check(DraftReading draft)
    {
        foreach (var found in draft.Matches("personal-data"))
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "asks for personal data; ask for the role", found.First, found.End);
        }

        if (draft.Context.Names.Count == 0 || RuleScope.NamesAllowed(draft.Move))
        {
            yield break;
        }

        var names = draft.Context.Names.SelectMany(name => name.Split(' ')).Where(name => name.Length > 2)
            .Select(name => FoldedText.Of(name, draft.Lexicon.Spelling).Cased).ToHashSet(StringComparer.Ordinal);
        for (var at = 0; at < draft.Tokens.Count; at++)
        {
            var token = draft.Tokens[at];
            if (token.IsWord && names.Contains(draft.Text.Cased[token.Start..token.End]))
            {
                yield return draft.Breach(Id, RuleSeverity.Blocks, "shows a colleague's name", at, at + 1);
            }
        }
    }
}
