using InterviewAgent.Evals.Neutrality;
using InterviewAgent.Evals.Statistics;
using InterviewAgent.Privacy;

namespace InterviewAgent.Evals.Replays;

/// <summary>One interview of the store, replayed.</summary>
public sealed record ReplayedInterview(Guid Id, IReadOnlyList<ShownReplay> Turns);

/// <summary>What other prompts would have changed, over all interviews.</summary>
/// <param name="Changed">Turns that would have been worded otherwise.</param>
/// <param name="OtherMove">Turns on which another kind of move would have been chosen.</param>
/// <param name="Breaches">Turns whose draft breaks a rule, by rule.</param>
/// <param name="Clean">Share of strictly clean turns by the independent metric, then and now, compared by interview; null with nothing to compare.</param>
public sealed record ReplaySummary(
    int Interviews, int Turns, int Changed, int OtherMove, IReadOnlyDictionary<string, int> Breaches, ClusterDifference? Clean)
{
    public static ReplaySummary Of(IReadOnlyList<ReplayedInterview> interviews)
    {
        ArgumentNullException.ThrowIfNull(interviews);
        var turns = interviews.SelectMany(interview => interview.Turns.Select(turn => (interview.Id, turn.Turn, turn.Asked, turn.Would))).ToList();
        var readable = turns.Where(turn => turn.Asked is not null && turn.Would is not null).ToList();
        var pairs = readable.ConvertAll(turn => new PairedScore(turn.Id.ToString(), Score(turn.Asked!), Score(turn.Would!)));
        return new ReplaySummary(interviews.Count, turns.Count, turns.Count(turn => turn.Asked != turn.Would),
            turns.Count(turn => turn.Turn.AskedMove != turn.Turn.WouldMove),
            turns.SelectMany(turn => turn.Turn.Rules).CountBy(rule => rule).ToDictionary(rule => rule.Key, rule => rule.Value),
            pairs.Count == 0 ? null : ClusterDifference.Of(pairs));
    }

    private static double Score(string text) => MeasureTurn.Of(text).StrictClean ? 1 : 0;
}
