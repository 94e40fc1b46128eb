using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Moves;

namespace InterviewAgent.Interviewing.Drafting;

/// <summary>What can be tapped after a move, and how many minutes are left.</summary>
internal static class MakeOffer
{
    private static readonly string[] Rights = ["Skip", "Continue later", "Stop", "Who sees this?", "Delete my answers"];
    private static readonly string[] Choices = ["With my name", "My account only", "Totals only", "Delete"];

    internal static Offer For(Guide guide, Move move, InterviewState before, IReadOnlyList<ReadBackSentence> sentences, Budget budget)
    {
        var asks = move.Again ? before.Pending?.Move ?? move.Kind : move.Kind;
        var ended = move.Kind is MoveKind.Close or MoveKind.Decline or MoveKind.Deleted;
        string[] actions = (move.Kind, asks) switch
        {
            _ when ended => [],
            (MoveKind.ConfirmDelete, _) => ["Yes, delete everything", "No, keep my answers"],
            (MoveKind.SafetyText, _) => ["Continue", "Stop", "Delete my answers"],
            (MoveKind.Pause, _) => before.Consented ? ["Continue", "Stop", "Delete my answers"] : ["Yes, start", "No, thanks"],
            (_, MoveKind.AskConsent) => ["Yes, start", "Not now", "No, thanks", "Who sees this?"],
            (_, MoveKind.ReadBack) => [.. Choices, .. Rights[1..]],
            (_, MoveKind.AskChange) => ["Nothing to change", .. Rights[1..]],
            _ => Rights,
        };
        return new Offer(actions, asks == MoveKind.ReadBack && !ended ? sentences : [], ended, ended ? 0 : Minutes(guide, before, budget, asks));
    }

    /// <summary>Minutes for a whole interview under this budget, as the consent turn says: reading and typing, from R16's 200 words.</summary>
    internal static int Minutes(Guide guide, Budget budget) =>
        Math.Min(budget.Minutes, (int)Math.Ceiling((guide.Topics.Count + 1) * 0.9 + budget.Probes * 0.5 + 1));

    private static int Minutes(Guide guide, InterviewState state, Budget budget, MoveKind asks)
    {
        if (asks is MoveKind.ReadBack or MoveKind.AskChange)
            return 1;
        var core = guide.Topics.Append(guide.Last).Count(topic => !state.AskedIds.Contains(topic.Id));
        var probes = Math.Min(budget.Probes - state.ProbesInAll, core);
        var left = (int)Math.Ceiling(core * 0.9 + Math.Max(0, probes) * 0.5 + 1);
        return Math.Clamp(left, 1, Math.Max(1, budget.Minutes - (int)state.Active.TotalMinutes));
    }
}
