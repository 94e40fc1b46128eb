using InterviewAgent.Evals.Neutrality;
using InterviewAgent.Evals.Statistics;

namespace InterviewAgent.Evals.Transcripts;

/// <summary>A turn on which the gate and the independent metric differ.</summary>
/// <param name="GateSays">True: the gate names a rule, the metric sees nothing; false: the reverse.</param>
public sealed record Disagreement(string Question, string Interview, int Turn, bool GateSays, string Text);

/// <summary>How far gate and metric agree on one question over all turns.</summary>
public sealed record GateAgainstMetric(string Question, int Both, int GateOnly, int MetricOnly, int Neither, double? Kappa, double? Ac1);

/// <summary>Holds the gate against the metric that shares nothing with it: where they differ, one of them is wrong or they ask different things.</summary>
public sealed class Disagreements
{
    private static readonly (string Question, string[] Rules, Func<TurnMeasure, bool> Metric)[] Questions =
    [
        ("more than one question (R1, R2)", ["R1", "R2"], measure => measure.DoubleQuestion),
        ("evaluation (R5)", ["R5"], measure => measure.Evaluation),
        ("interpretation (R7)", ["R7"], measure => measure.Interpretation),
        ("closed question (R10)", ["R10"], measure => measure.Closed),
    ];

    private readonly List<(string One, string Other)>[] pairs = [.. Questions.Select(_ => new List<(string, string)>())];

    /// <summary>Counts a turn, and says where the two differ on it.</summary>
    public IReadOnlyList<Disagreement> Add(CheckedTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        List<Disagreement> differ = [];
        foreach (var (i, (question, rules, metric)) in Questions.Index())
        {
            var (gate, measured) = (turn.Rules.Any(rules.Contains), metric(turn.Measure));
            pairs[i].Add((gate ? "yes" : "no", measured ? "yes" : "no"));
            if (gate != measured) differ.Add(new Disagreement(question, turn.Interview, turn.Turn, gate, turn.Text));
        }
        return differ;
    }

    public IReadOnlyList<GateAgainstMetric> Summary() => [.. Questions.Zip(pairs, (question, said) =>
    {
        int Count(string one, string other) => said.Count(pair => pair == (one, other));
        return new GateAgainstMetric(question.Question, Count("yes", "yes"), Count("yes", "no"), Count("no", "yes"), Count("no", "no"),
            Agreement.Kappa(said), Agreement.Ac1(said));
    })];
}
