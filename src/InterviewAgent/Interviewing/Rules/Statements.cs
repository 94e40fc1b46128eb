using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>Sentences that ask nothing and say something of the respondent (R7): "You use it for reports."</summary>
internal static class Statements
{
    public static IEnumerable<Sentence> AboutTheRespondent(DraftReading draft)
    {
        if (draft.Move is not (MoveKind.CoreQuestion or MoveKind.Probe or MoveKind.QuoteProbe))
        {
            yield break;
        }

        foreach (var sentence in draft.Sentences)
        {
            if (!Asks(draft, sentence) && draft.Matches("statements").Exists(found => Within(found, sentence))
                && !RuleScope.Judging.Any(concern => draft.Matches(concern).Exists(found => Within(found, sentence)))
                && !Quotes(draft, sentence) && !Acknowledgement.IsListed(draft, sentence)
                && !draft.Matches("references").Exists(found => Within(found, sentence)))
            {
                yield return sentence;
            }
        }
    }

    /// <summary>
    /// Statements that no word list knows, and that are neither an acknowledgement nor a listed lead-in. The list of
    /// what may be stated is closed: the rest restates the respondent (R7) or tells something new (R6).
    /// </summary>
    public static IEnumerable<Sentence> Unlisted(DraftReading draft, bool restating) =>
        !RuleScope.IsQuestion(draft.Move) ? [] : draft.Sentences.Where(sentence =>
            !Asks(draft, sentence) && !draft.Asking(sentence) && !Acknowledgement.IsListed(draft, sentence) && !Quotes(draft, sentence)
            && !Explaining.Any(concern => draft.Matches(concern).Exists(found => Within(found, sentence)))
            && draft.Words(sentence.First, sentence.End).Count() > FewWords
            && Restates(draft, sentence) == restating);

    private const int FewWords = 2;
    private static readonly string[] Explaining =
        [.. RuleScope.Judging, "statements", "references", "lead-ins", "acknowledging", "scores", "personal-data"];

    /// <summary>At least half of its content words were said.</summary>
    private static bool Restates(DraftReading draft, Sentence sentence)
    {
        var content = draft.Words(sentence.First, sentence.End)
            .Where(word => !draft.Lexicon.WordSet("function-words").Contains(word.Text)).ToList();
        return content.Count(word => draft.Said.Stems.Contains(word.Stem)) * 2 >= content.Count;
    }

    /// <summary>"So you stopped using it?" asks by its mark only, and says all the same.</summary>
    private static bool Asks(DraftReading draft, Sentence sentence) =>
        draft.Asks.Exists(ask => ask.First >= sentence.First && ask.First < sentence.End && ask.Form is not (AskForm.Fragment or AskForm.Tag));

    private static bool Within(Span found, Sentence sentence) => found.First >= sentence.First && found.First < sentence.End;

    /// <summary>"You said '…'." is the quote's own frame.</summary>
    private static bool Quotes(DraftReading draft, Sentence sentence) =>
        draft.Quotes.Exists(quote => quote.First >= sentence.First && quote.First < sentence.End);
}
