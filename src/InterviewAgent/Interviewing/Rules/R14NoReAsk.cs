using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>No re-ask: not similar to an earlier question, not a topic that was answered, declined or skipped.</summary>
internal sealed class R14NoReAsk : IRule
{
    public string Id => "R14";

    public IEnumerable<Breach> Check(DraftReading draft)
    {
        if (draft.Context.Topic is { } topic && draft.Context.ClosedTopics.Contains(topic))
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "the topic is closed", 0, draft.Tokens.Count);
            yield break;
        }

        foreach (var ask in draft.Asks)
        {
            if (draft.Context.Shown.Any(shown => Similarity.IsReAsk(draft, ask, shown)))
            {
                yield return draft.Breach(Id, RuleSeverity.Blocks, "asked before", ask.First, ask.End);
                yield break;
            }
        }
    }
}
