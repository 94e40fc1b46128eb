using InterviewAgent.Interviewing.Guides;

namespace InterviewAgent.Interviewing.Moves;

/// <summary>What code admits after a message.</summary>
/// <param name="ByRules">The move without a model, and whenever a model does not answer.</param>
/// <param name="Probes">None, one or two, of different kinds; empty: there is nothing for a model to choose or to word.</param>
/// <param name="GoOn">The next question of the fixed order, in the guide's own words.</param>
public sealed record AdmissibleMoves(Move ByRules, IReadOnlyList<AdmissibleProbe> Probes, Move GoOn)
{
    /// <summary>Fixed texts for what the rules took for an answer and a model reads as a question, a plea for help or for plainer words.</summary>
    public IReadOnlyDictionary<Intent, Move> Detours { get; init; } = new Dictionary<Intent, Move>();
}

/// <summary>A probe that may be asked, with its kind of R17.</summary>
public sealed record AdmissibleProbe(Move Move, ProbeKind Kind);
