using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>
/// The nouns of a question come from the guide, from what was said, or from a neutral list. An unknown word is
/// counted; an unknown capitalised word (a feature, a competitor, a person) blocks.
/// </summary>
internal sealed class R09KnownNouns : IRule
{
    public string Id => "R9";

    public IEnumerable<Breach> Check(DraftReading draft)
    {
        if (!draft.Context.GuideKnown)
        {
            yield break;
        }

        var guide = draft.Context.GuideNouns.SelectMany(noun => Tokenizer.Tokens(FoldedText.Of(noun, draft.Lexicon.Spelling), draft.Lexicon.Spelling))
            .Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        foreach (var sentence in draft.Sentences.Where(draft.Asking))
        {
            for (var at = sentence.First; at < sentence.End; at++)
            {
                var token = draft.Tokens[at];
                if (!token.IsWord || draft.InOwnWords(at) || guide.Contains(token.Stem) || draft.Said.Stems.Contains(token.Stem))
                {
                    continue;
                }

                if (char.IsUpper(draft.Text.Cased[token.Start]) && !draft.StartsClause(at) && !draft.WordAt(at, "capitalised"))
                {
                    yield return draft.Breach(Id, RuleSeverity.Blocks, $"\"{token.Text}\" is new here", at, at + 1);
                }
                else if (token.Text.Length > 3 && !draft.WordAt(at, "plain-words") && !draft.WordAt(at, "function-words")
                    && !char.IsDigit(token.Text[0]))
                {
                    yield return draft.Breach(Id, RuleSeverity.Counted, $"\"{token.Text}\" is neither the guide's nor said", at, at + 1);
                }
            }
        }
    }
}
