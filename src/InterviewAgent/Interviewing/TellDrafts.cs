using InterviewAgent.Interviewing.Drafting;
using InterviewAgent.Interviewing.Moves;
using InterviewAgent.Telemetry;

namespace InterviewAgent.Interviewing;

/// <summary>What the gate said of the drafts of one reply, for those who watch the product run: rules and sources, no words.</summary>
internal static class TellDrafts
{
    public static void Of(Move move, IReadOnlyList<CheckedDraft> made)
    {
        foreach (var draft in made)
        {
            var shown = ReferenceEquals(draft, made[^1]);
            var breaches = draft.Verdict.Breaches.DistinctBy(breach => (breach.Rule, breach.Severity)).ToList();
            breaches.ForEach(breach => Tell(breach.Rule, breach.Severity == RuleSeverity.Blocks ? "blocks" : "counted", draft, shown));
            if (breaches.Count == 0)
            {
                Tell("none", "none", draft, shown);
            }
        }
        Figures.Replies.Count(1, ("move", move.Kind), ("source", Source(made[^1])));
        Spans.Tag("interview.move", move.Kind.ToString());
        Spans.Tag("gate.drafts", made.Count);
        Spans.Tag("gate.source", Source(made[^1]));
        Spans.Tag("gate.breaches", string.Join(' ', made.SelectMany(draft => draft.Verdict.Breaches).Select(breach => breach.Rule).Distinct()));
    }

    private static void Tell(string rule, string severity, CheckedDraft draft, bool shown) =>
        Figures.Verdicts.Count(1, ("rule", rule), ("severity", severity), ("source", Source(draft)), ("shown", shown));

    /// <summary>A model by that word: its name is the audit's.</summary>
    private static string Source(CheckedDraft draft) => draft.Source is "template" or "twin" or "question" ? draft.Source : "model";
}
