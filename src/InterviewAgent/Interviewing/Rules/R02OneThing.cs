using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>Not double-barrelled: one sentence asks one thing of one matter.</summary>
internal sealed class R02OneThing : IRule
{
    public string Id => "R2";

    public IEnumerable<Breach> Check(DraftReading draft)
    {
        foreach (var sentence in draft.Sentences)
        {
            var asks = draft.Asks.Where(ask => ask.First >= sentence.First && ask.First < sentence.End).ToList();
            if (asks.Count > 1 && !IsChoice(draft, asks))
            {
                yield return draft.Breach(Id, RuleSeverity.Blocks, "two things asked in one sentence", asks[1].First, asks[1].End);
            }
        }

        foreach (var pair in draft.Matches("double-barrelled").Where(pair => draft.Asking(draft.SentenceOf(pair.First))
            && !(draft.Tokens[pair.First].Text is "and" or "or" && draft.SentenceOf(pair.First).First == pair.First)))
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "two matters in one question", pair.First, pair.End);
        }
    }

    /// <summary>"Is it A, or is it B": alternatives, which R3 names.</summary>
    private static bool IsChoice(DraftReading draft, List<Ask> asks) =>
        asks.Count == 2 && asks.TrueForAll(ask => ask.Form == AskForm.Closed)
        && draft.Tokens[asks[1].First - 1].Is("or");
}
