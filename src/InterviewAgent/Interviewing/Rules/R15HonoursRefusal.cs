using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>A decline, skip or stop is honoured at once and never probed.</summary>
internal sealed class R15HonoursRefusal : IRule
{
    private const int LongestRefusal = 25;

    public string Id => "R15";

    public IEnumerable<Breach> Check(DraftReading draft)
    {
        var intent = draft.Context.LastIntent;
        var probes = draft.Move is MoveKind.Probe or MoveKind.QuoteProbe;
        var breaks = draft.Context.GuideKnown
            ? (probes && intent is (Intent.Skip or Intent.Decline or Intent.NotMyArea or Intent.AlreadyToldYou))
                || (RuleScope.IsQuestion(draft.Move) && intent is (Intent.Stop or Intent.Later or Intent.DeleteMyData))
            : draft.Asks.Count > 0 && (Heard(draft, "stops") || (Heard(draft, "declines") && (probes || draft.Matches("pressing").Count > 0)));
        if (breaks)
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "the respondent declined; go on without asking after it", 0, draft.Tokens.Count);
        }
    }

    /// <summary>In a long answer the words of a refusal tell of something else.</summary>
    private static bool Heard(DraftReading draft, string concern) => draft.Said.Last.Count <= LongestRefusal &&
        draft.Lexicon.Phrases(concern).Matches(draft.Said.Last, at => at == 0 || !draft.Said.Last[at - 1].IsWord, at => at == 0).Count > 0;
}
