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

    /// <summary>"So you stopped using it?" asks by its mark only, and says all the same.</summary>
    private static bool Asks(DraftReading draft, Sentence sentence) =>
        draft.Asks.Exists(ask => ask.First >= sentence.First && ask.First < sentence.End && ask.Form is not (AskForm.Fragment or AskForm.Tag));

    private static bool Within(Span found, Sentence sentence) => found.First >= sentence.First && found.First < sentence.End;

    /// <summary>"You said '…'." is the quote's own frame.</summary>
    private static bool Quotes(DraftReading draft, Sentence sentence) =>
        draft.Quotes.Exists(quote => quote.First >= sentence.First && quote.First < sentence.End);
}
