using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>
/// An acknowledgement only from the closed list, never the same twice running. One that is owed after a long answer
/// and missing is counted: the words of the draft are not at fault.
/// </summary>
internal sealed class R13ListedAcknowledgement : IRule
{
    private const int LongAnswer = 60;

    public string Id => "R13";

    public IEnumerable<Breach> Check(DraftReading draft)
    {
        var listed = draft.Matches("acknowledgements");
        foreach (var found in draft.Matches("acknowledging"))
        {
            var sentence = draft.SentenceOf(found.First);
            if (!draft.Asks.Exists(ask => ask.First <= found.First && found.First < ask.End)
                && !listed.Exists(other => other.Overlaps(found.First, found.End))
                && !RuleScope.Judging.Any(concern => draft.Matches(concern).Exists(other => other.First >= sentence.First && other.First < sentence.End)))
            {
                yield return draft.Breach(Id, RuleSeverity.Blocks, "an acknowledgement that is not on the list", found.First, found.End);
            }
        }

        var own = Acknowledgement.Of(draft);
        if (own is not null && draft.Context.Shown.Count > 0 && Acknowledgement.Of(draft.Context.Shown[^1].Text, draft.Lexicon) == own)
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "the same acknowledgement twice running", 0, listed[0].End);
        }

        if (own is null && draft.Context.GuideKnown && RuleScope.IsQuestion(draft.Move)
            && draft.Said.Last.Count(token => token.IsWord) > LongAnswer)
        {
            yield return draft.Breach(Id, RuleSeverity.Counted, "a long answer is acknowledged", 0, draft.Tokens.Count);
        }
    }
}
