using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Interviewing.Rules;

/// <summary>At most 2 probes a topic and never more than 8 in all; none when the last two answers are under 5 words.</summary>
internal sealed class R16ProbeBudget : IRule
{
    private const int MostInTopic = 2;
    private const int MostInAll = 8;
    private const int ShortAnswer = 5;

    public string Id => "R16";

    public IEnumerable<Breach> Check(DraftReading draft)
    {
        var context = draft.Context;
        if (!context.GuideKnown || draft.Move is not (MoveKind.Probe or MoveKind.QuoteProbe))
        {
            yield break;
        }

        if (context.ProbesInTopic >= MostInTopic || context.ProbesInAll >= MostInAll)
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "the probes are used up", 0, draft.Tokens.Count);
        }
        else if (context.Said.Count > 1 && context.Said.TakeLast(2).All(IsShort))
        {
            yield return draft.Breach(Id, RuleSeverity.Blocks, "the last two answers were short; go on", 0, draft.Tokens.Count);
        }
    }

    private static bool IsShort(string answer) =>
        answer.Split((char[]?)null, ShortAnswer + 1, StringSplitOptions.RemoveEmptyEntries).Length < ShortAnswer;
}
