using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>No problem or success word that the respondent has not said.</summary>
internal sealed class R04NoPresupposedValence : IRule
{
    public string Id => "R4";

    public IEnumerable<Breach> Check(DraftReading draft)
    {
        foreach (var found in draft.Matches("valence"))
        {
            if (!IsSaid(draft, found) && !IsNamedByAnother(draft, found))
            {
                yield return draft.Breach(Id, RuleSeverity.Blocks, $"\"{draft.Words(found)}\" was not said", found.First, found.End);
            }
        }

        foreach (var found in draft.Matches("leading-degree").Where(found => draft.Asking(draft.SentenceOf(found.First))))
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "the degree is presupposed", found.First, found.End);
        }
    }

    private static bool IsSaid(DraftReading draft, Span found)
    {
        var content = draft.Words(found.First, found.End).Where(word => IsContent(draft, word)).ToList();
        return content.Count > 0 && draft.Said.Any && content.TrueForAll(word => draft.Said.Stems.Contains(word.Stem));
    }

    private static bool IsContent(DraftReading draft, Token word) =>
        !draft.Lexicon.WordSet("plain-words").Contains(word.Text) && !draft.Lexicon.WordSet("function-words").Contains(word.Text);

    /// <summary>Praise, sympathy, a vendor's words and interpretations have their own rules.</summary>
    private static bool IsNamedByAnother(DraftReading draft, Span found)
    {
        var sentence = draft.SentenceOf(found.First);
        return !draft.Asking(sentence)
            && (RuleScope.Judging.Any(concern => draft.Matches(concern).Exists(other => other.First >= sentence.First && other.First < sentence.End)));
    }
}
