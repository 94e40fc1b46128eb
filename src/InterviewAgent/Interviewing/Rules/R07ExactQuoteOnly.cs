using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>No paraphrase or interpretation. What was said comes back only as an exact, short, whole quote.</summary>
internal sealed class R07ExactQuoteOnly : IRule
{
    public string Id => "R7";

    public IEnumerable<Breach> Check(DraftReading draft)
    {
        foreach (var found in draft.Matches("interpretation"))
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "a paraphrase or an interpretation", found.First, found.End);
        }

        foreach (var statement in Statements.AboutTheRespondent(draft).Concat(Statements.Unlisted(draft, restating: true)))
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "tells the respondent what they said or feel", statement.First, statement.End);
        }

        foreach (var quote in draft.Quotes.Where(quote => draft.Words(quote.First, quote.End).Any() && draft.Move != MoveKind.ReadBack))
        {
            if (QuoteFault.Of(draft, quote) is { } fault)
            {
                yield return draft.Breach(Id, RuleSeverity.Blocks, fault, quote.First, quote.End);
            }
        }

        if (QuoteFault.TooOften(draft))
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "a quote at most every third turn", 0, draft.Tokens.Count);
        }
    }
}
